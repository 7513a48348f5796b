@echo off
rem Menu untuk Windows: klik dua kali berkas ini. Tiap pilihan menjalankan "py run.py ..." di folder ini.
setlocal
chcp 65001 >nul
cd /d "%~dp0"
where py >nul 2>nul
if errorlevel 1 (
  echo Python belum terpasang. Pasang Python 3.11 atau yang lebih baru dari python.org, lalu ulangi.
  pause
  exit /b 2
)

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
echo   8  JupyterLab
echo   0  Selesai
echo.
choice /c 123456780 /n /m "Pilih 0 sampai 8: "
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
py run.py list
goto menu
:pilihan8
py run.py lab
goto menu
:pilihan0
:pilihan255
:pilihan9
exit /b 0

:pilihan1
py run.py template lkjip-template.xlsx
if exist lkjip-template.xlsx start "" lkjip-template.xlsx
goto menu

:pilihan2
set "berkas="
set /p "berkas=Berkas .xlsx: "
if not defined berkas goto menu
set "berkas=%berkas:"=%"
py run.py import "%berkas%"
goto menu

:laporan
py run.py list
set "instansi="
set "tahun="
set /p "instansi=Instansi (kolom pertama di atas): "
set /p "tahun=Tahun: "
if not defined instansi goto menu
if not defined tahun goto menu
py run.py %tugas% "%instansi%" "%tahun%"
if "%tugas%"=="report" if exist "reports\%instansi%\%tahun%\index.html" start "" "reports\%instansi%\%tahun%\index.html"
goto menu
