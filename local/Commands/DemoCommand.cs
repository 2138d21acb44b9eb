using System.CommandLine;
using System.Diagnostics;
using HelpDesk.Local.Composition;
using HelpDesk.Local.Demo;
using HelpDesk.Local.Starting;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Knowledge.Finding;
using HelpDesk.Orchestrations.Stages.Understanding;

namespace HelpDesk.Local.Commands;

/// <summary><c>helpdesk demo</c>: forty tickets through the running system, or through one that it starts.</summary>
internal static class DemoCommand
{
    // The simulated sources take a second or two. One that is away, or real and large, must not keep the demo from starting.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(30);

    /// <summary>Makes the command.</summary>
    public static Command Create(Option<string[]> settings)
    {
        var noWait = new Option<bool>("--no-wait") { Description = "End after the table, instead of keeping the pages up until Ctrl-C." };
        var command = new Command("demo", "Send forty varied tickets through the simulated ticket systems and show what became of each.") { noWait };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(settings)!, parsed.GetValue(noWait), stop));
        return command;
    }

    private static async Task<int> RunAsync(string[] overrides, bool noWait, CancellationToken stop)
    {
        var settings = LocalSettings.Read(overrides);
        RequireSimulatedTickets(settings);
        var addresses = LocalAddresses.From(settings);
        if (DataDirectory.IsTaken(addresses.DataDirectory))
        {
            Console.Out.WriteLine($"Using the helpdesk that runs on {addresses.DataDirectory}.");
            await using var records = OfflineServices.ForRecords(settings);
            var outcome = await SendAsync(addresses, records, stop);
            Console.Out.WriteLine(WhereToClick(addresses));
            return outcome;
        }

        await using var head = await LocalHost.StartAsync(settings, stop);
        await WaitForClassifierAsync(head.Services, stop);
        await WaitForKnowledgeAsync(head.Services, stop);
        var result = await SendAsync(addresses, head.Services, stop);
        Console.Out.WriteLine(WhereToClick(addresses));
        if (noWait)
            return result;
        Console.Out.WriteLine("The pages stay up until Ctrl-C.");
        var ended = await head.RunUntilStoppedAsync(stop);
        return ended == ExitCode.Good ? result : ended;
    }

    private static void RequireSimulatedTickets(IConfiguration settings)
    {
        var systems = SystemChoice.From(settings);
        if (systems.Faults.Count > 0)
            throw new StartRefusedException(ExitCode.Settings, systems.Faults);
        var simulated = systems.Of(SystemMode.Simulated).Select(system => system.Id).ToHashSet(StringComparer.Ordinal);
        if (!systems.IsSimulated(OutsideSystem.Graph) || !DemoTickets.Read().All(ticket => simulated.Contains(ticket.System)))
            throw new StartRefusedException(ExitCode.Settings, ["The demo files tickets only in simulated systems: run it without the settings of Graph and of ticket systems."]);
    }

    // A first start trains it; tickets that wait for that would say little of how long a ticket takes.
    private static async Task WaitForClassifierAsync(IServiceProvider services, CancellationToken stop)
    {
        if (services.GetServices<ITriageModel>().FirstOrDefault(model => !model.IsLanguageModel) is not { } classifier)
            return;
        Console.Out.WriteLine("Preparing the classifier (the first start trains it) ...");
        await classifier.AskAsync(new TriageRequest(new CaseId("demo"), "Locked out", "My account is locked."), stop);
    }

    // A question that comes before the articles goes to a person, as it must; the demo is to show the answer.
    private static async Task WaitForKnowledgeAsync(IServiceProvider services, CancellationToken stop)
    {
        Console.Out.WriteLine("Reading the knowledge sources ...");
        var (index, rights) = (services.GetRequiredService<KnowledgeIndex>(), services.GetRequiredService<KnowledgeRights>());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var since = Stopwatch.StartNew();
        while (!rights.AreAllRead(await index.ReadAsync(stop)) && since.Elapsed < LongestReading)
            await timer.WaitForNextTickAsync(stop);
    }

    private static async Task<int> SendAsync(LocalAddresses addresses, IServiceProvider services, CancellationToken stop)
    {
        using var http = new HttpClient { BaseAddress = addresses.Simulator };
        var run = new DemoRun(new SimulatorClient(http), services.GetRequiredService<CaseStore>(), WideConsole.Create());
        return await run.RunAsync(stop) ? ExitCode.Good : ExitCode.Found;
    }

    private static string WhereToClick(LocalAddresses addresses) => $"Approvals wait at {new Uri(addresses.Product, "approvals")}, all cases are at {new Uri(addresses.Product, "cases")}.";
}
