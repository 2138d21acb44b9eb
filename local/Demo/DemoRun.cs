using System.Diagnostics;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using Spectre.Console;

namespace HelpDesk.Local.Demo;

/// <summary>Sends the forty tickets and follows their cases until each is closed or waits for a person.</summary>
internal sealed class DemoRun(SimulatorClient simulator, CaseStore caseStore, IAnsiConsole console)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs it.</summary>
    /// <returns>True when every ticket came to rest.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var since = Stopwatch.StartNew();
        var sent = new List<SentTicket>();
        await ProgressAsync(async report =>
        {
            await SendAsync(sent, report, cancellation);
            while (!sent.TrueForAll(ticket => ticket.IsAtRest) && since.Elapsed < Patience)
            {
                using var timer = new PeriodicTimer(LookEvery);
                await timer.WaitForNextTickAsync(cancellation);
                foreach (var ticket in sent.Where(ticket => !ticket.IsAtRest))
                    ticket.See(await caseStore.FindAsync(new CaseId(ticket.CaseId), cancellation));
                report(sent.Count, sent.Count(ticket => ticket.IsAtRest));
            }
        });
        since.Stop();

        console.Write(DemoTable.Of(sent));
        var resting = sent.Count(ticket => ticket.IsAtRest);
        console.WriteLine($"{resting} of {sent.Count} tickets settled after {since.Elapsed.TotalSeconds:0.0} s: {DemoTable.Summary(sent)}.");
        return resting == sent.Count;
    }

    private async Task SendAsync(List<SentTicket> sent, Action<int, int> report, CancellationToken cancellation)
    {
        var people = await simulator.PeopleAsync(cancellation);
        foreach (var ticket in DemoTickets.Read())
        {
            var ofLanguage = people[ticket.Language].ToList();
            var (caseId, number) = await simulator.FileAsync(ticket, ofLanguage[(ticket.Person - 1) % ofLanguage.Count], cancellation);
            sent.Add(new SentTicket(ticket, caseId, number));
            report(sent.Count, 0);
        }
    }

    private async Task ProgressAsync(Func<Action<int, int>, Task> work)
    {
        var total = DemoTickets.Read().Count;
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Capabilities.Ansi)
        {
            console.WriteLine($"Sending {total} tickets ...");
            await work(static (_, _) => { });
            return;
        }

        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn()).StartAsync(async progress =>
        {
            var filed = progress.AddTask("Tickets filed", maxValue: total);
            var resting = progress.AddTask("Cases settled", maxValue: total);
            await work((sent, rest) => (filed.Value, resting.Value) = (sent, rest));
        });
    }
}
