using System.CommandLine;
using HelpDesk.Local.Starting;

namespace HelpDesk.Local.Commands;

/// <summary>The command line: <c>helpdesk</c> runs everything, its subcommands do one thing each.</summary>
internal static class HelpDeskCommand
{
    /// <summary>Parses and runs.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        var settings = new Option<string[]>("--set")
        {
            Description = "A setting for this run: --set HelpDesk:Url=http://127.0.0.1:8071. May be given several times.",
            HelpName = "Name=Value",
            Recursive = true,
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => [],
        };
        var root = new RootCommand("HelpDesk takes tickets from \"created\" to \"verified fixed\". Without a command it runs everything on this machine.") { settings };
        root.SetAction((parsed, stop) => RunCommand.RunAsync(parsed.GetValue(settings)!, stop));
        root.Add(RunCommand.Create(settings));
        root.Add(DemoCommand.Create(settings));
        root.Add(RunbooksCommand.Create(settings));
        root.Add(AuditCommand.Create(settings));
        root.Add(CasesCommand.Create(settings));
        root.Add(BulkCommand.Create(settings));
        root.Add(TriageCommand.Create(settings));
        root.Add(FreezeCommand.Create(settings, isOn: true));
        root.Add(FreezeCommand.Create(settings, isOn: false));
        try
        {
            // The hosts themselves listen for Ctrl-C and end their work in order.
            return await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (Exception fault) when (StartError.Explain(fault) is { } refusal)
        {
            await RefusalText.WriteAsync(Console.Error, refusal);
            return refusal.ExitCode;
        }
    }
}
