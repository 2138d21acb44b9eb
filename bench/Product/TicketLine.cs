using HelpDesk.Orchestrations.Flows.Tickets;

namespace HelpDesk.Bench.Product;

/// <summary>Files tickets of chosen people and tells the product of each by a webhook that names its caller; reads when they ended.</summary>
internal sealed class TicketLine(Installation place, TicketOffice office, HttpClient http)
{
    /// <summary>Number of the requester of many tickets.</summary>
    public const int Crowd = 90;

    /// <summary>Number of the first requester of a single ticket.</summary>
    public const int FirstInnocent = 100;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);

    private int _filed;

    /// <summary>Files one incident and returns when its webhook was accepted.</summary>
    /// <returns>Its case, and when it was filed.</returns>
    public async Task<(string CaseId, DateTimeOffset At)> FileAsync(int person, (string Title, string Text) request, CancellationToken cancellation)
    {
        var (sysId, number, caller) = await office.FileAsync(person, request, cancellation);
        var at = DateTimeOffset.UtcNow;
        using var webhook = SignedWebhook.Created(place.Product, sysId, number, caller);
        using var answer = await http.SendAsync(webhook, cancellation);
        answer.EnsureSuccessStatusCode();
        Interlocked.Increment(ref _filed);
        return ($"servicenow-{sysId}", at);
    }

    /// <summary>Waits until a ticket's workflow has finished; gives when.</summary>
    public async Task<DateTimeOffset> EndOfAsync(string caseId, CancellationToken cancellation)
    {
        while (true)
        {
            if (place.Histories.FinishedAt(caseId) is { } end)
                return end;
            await Task.Delay(Look, cancellation);
        }
    }

    /// <summary>Waits until every ticket has ended or waits for a person; gives how many wait.</summary>
    public async Task<long> UntilSettledAsync(CancellationToken cancellation)
    {
        while (true)
        {
            var waiting = place.Histories.WithStatus(TicketWorkflow.Reference.Name, "Waiting for approval");
            if (place.Finished() + waiting == _filed)
                return waiting;
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>How many of a crowd's tickets have finished now; waits for those that are not filed yet.</summary>
    public async Task<int> FinishedOfFloodAsync(Task<List<string>> flood, CancellationToken cancellation)
    {
        var now = DateTimeOffset.UtcNow;
        var finished = 0;
        foreach (var caseId in await flood)
        {
            if (await EndOfAsync(caseId, cancellation) <= now)
                finished++;
        }

        return finished;
    }
}
