using System.CommandLine;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Starting;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk run</c>: everything, until Ctrl-C.</summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var command = new Command("run", "Run everything until Ctrl-C: pages, webhooks, workflows and, without settings, a simulated tenant.");
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(settings)!, stop));
        return command;
    }

    /// <summary>Runs.</summary>
    public static async Task<int> RunAsync(string[] overrides, CancellationToken stop)
    {
        await using var head = await LocalHost.StartAsync(LocalSettings.Read(overrides), stop);
        await Banner.WriteAsync(Console.Out, head);
        return await head.RunUntilStoppedAsync(stop);
    }
}
