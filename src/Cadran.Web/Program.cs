using Cadran.Web.Commands;

// One program: without a command it serves; `cadran demo`, `cadran analyse` and the rest are in Commands/.
return await CadranCommand.RunAsync(args, Console.Out, Console.Error);
