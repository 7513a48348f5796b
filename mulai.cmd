@echo off
rem Menu untuk Windows: klik dua kali berkas ini. Tiap pilihan menjalankan run.py di folder ini.
setlocal EnableExtensions DisableDelayedExpansion
rem pushd menerima juga folder jaringan (\\server\folder), cd tidak.
pushd "%~dp0" || goto tanpafolder
if not exist run.py goto belumdiekstrak

rem "py -3" tidak menuruti baris pertama run.py; "python" dapat berupa pintasan kosong ke Microsoft
rem Store; tanpa ".exe" sebuah python.bat akan mengakhiri menu ini. Karena itu keduanya dicoba dahulu.
set "python="
call :coba py.exe -3
if not defined python call :coba python.exe
if not defined python goto tanpapython

if "%CD:OneDrive=%"=="%CD%" goto menu
echo.
echo   Folder ini disinkronkan OneDrive. Bila persiapan gagal atau lambat, pindahkan folder ini
echo   ke luar OneDrive, ke folder yang namanya pendek di drive C, lalu ulangi.

:menu
echo.
echo   lkjip: memeriksa laporan kinerja
echo.
echo   1  Buku kerja Excel kosong untuk diisi
echo   2  Impor buku kerja Excel (seret berkasnya ke jendela ini)
echo   3  Apa yang masih kurang
echo   4  Angka mana yang salah
echo   5  Laporan lengkap (HTML)
echo   6  Daftar perbaikan
echo   7  Instansi dan tahun yang ada
echo   8  JupyterLab (berhenti dengan Ctrl+C)
echo   9  Periksa dokumen PDF, Word atau Excel (seret berkasnya ke jendela ini)
echo   0  Selesai
echo.
choice /c 1234567890 /n /m "Pilih 0 sampai 9: "
goto pilihan%errorlevel%

:pilihan3
set "tugas=check"
goto laporan
:pilihan4
set "tugas=verify"
goto laporan
:pilihan5
set "tugas=report"
goto laporan
:pilihan6
set "tugas=perbaikan"
goto laporan
:pilihan7
%python% run.py list
goto menu
:pilihan8
%python% run.py lab
goto menu
:pilihan0
:pilihan255
:pilihan10
popd
exit /b 0

:pilihan1
if exist lkjip-template.xlsx echo   lkjip-template.xlsx sudah ada dan dibuka seperti adanya.
if not exist lkjip-template.xlsx %python% run.py template lkjip-template.xlsx
if exist lkjip-template.xlsx start "" lkjip-template.xlsx
goto menu

:pilihan2
call :tanyaberkas
if not defined berkas goto menu
%python% run.py import "%berkas%"
goto menu

:pilihan9
call :tanyaberkas
if not defined berkas goto menu
%python% run.py periksa "%berkas%"
rem 1 berarti ada temuan; 2 berarti dokumennya tidak terbaca, dan tidak ada halaman baru.
if errorlevel 2 goto menu
if exist "reports\periksa" start "" "reports\periksa"
goto menu

:laporan
%python% run.py list
set "instansi="
set "tahun="
set /p "instansi=Instansi (kolom pertama di atas): "
set /p "tahun=Tahun: "
if not defined instansi goto menu
if not defined tahun goto menu
set "instansi=%instansi:"=%"
set "tahun=%tahun:"=%"
if not defined instansi goto menu
if not defined tahun goto menu
rem Nama instansi dan tahun tidak memuat spasi; yang terketik di belakangnya dibuang.
set "instansi=%instansi: =%"
set "tahun=%tahun: =%"
if not defined instansi goto menu
if not defined tahun goto menu
%python% run.py %tugas% "%instansi%" "%tahun%"
set "kode=%errorlevel%"
if not "%tugas%"=="report" goto menu
rem Halaman lama tidak dibuka bila yang baru gagal dibuat; 3 berarti hanya dokumen Word atau PDF yang kurang.
if not "%kode%"=="0" if not "%kode%"=="3" goto menu
if exist "reports\%instansi%\%tahun%\index.html" start "" "reports\%instansi%\%tahun%\index.html"
goto menu

:tanyaberkas
set "berkas="
set /p "berkas=Berkas: "
if not defined berkas exit /b 0
rem Berkas yang diseret datang dengan tanda kutip, kadang dengan spasi di belakangnya.
set "berkas=%berkas:"=%"
if not defined berkas exit /b 0
if "%berkas:~-1%"==" " set "berkas=%berkas:~0,-1%"
exit /b 0

:coba
%* -c "import sys; sys.exit(sys.version_info < (3, 11) or sys.maxsize < 2**32)" >nul 2>nul && set "python=%*"
exit /b 0

:tanpafolder
echo Folder berkas ini tidak dapat dibuka: "%~dp0"
pause
exit /b 2

:belumdiekstrak
echo Berkas run.py tidak ada di sebelah berkas ini. Bila folder ini masih di dalam ZIP, ekstrak dahulu
echo semuanya (klik kanan, "Extract All"), lalu klik dua kali mulai.cmd di folder hasilnya.
popd
pause
exit /b 2

:tanpapython
echo Python 3.11 atau yang lebih baru (64-bit) belum terpasang. Pasang dari python.org, centang
echo "Add python.exe to PATH", lalu klik dua kali berkas ini lagi.
popd
pause
exit /b 2
