using HelpDesk.Local.Commands;

return await HelpDeskCommand.RunAsync(args);
