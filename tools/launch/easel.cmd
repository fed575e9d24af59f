@echo off
rem Starts Easel with the Java that lies beside it. Not tried yet.
setlocal
set "here=%~dp0"
set "classpath="
for %%j in (@jars@) do call set "classpath=%%classpath%%;%here%lib\%%j"
set "cache="
if exist "%here%lib\easel.aot" set cache=-XX:AOTCache="%here%lib\easel.aot" -Deasel.worker.aot="%here%lib\easel.aot"
"%here%runtime\bin\java.exe" @"%here%lib\jvm.options" %cache% -Deasel.home="%here%." -cp "%classpath:~1%" easel.cli.Main %*
exit /b %errorlevel%
