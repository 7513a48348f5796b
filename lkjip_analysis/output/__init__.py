"""What leaves for other programs: data package, Excel, Word and PDF, corrections, next year's form.

In come reports and verifications; out go files beside the pages, each whole or not at all. No
figure is changed on its way out.
"""
