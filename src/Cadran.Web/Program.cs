using Cadran.Web.Commands;

// One program: without a command it serves; `cadran demo`, `cadran analyse` and the rest are in Commands/.
var given = CadranCommand.Root().Parse(args);
int code = await given.InvokeAsync();
return given.Errors.Count > 0 ? CadranCommand.WrongArguments : code;
