using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.Bench.Product;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Simulator.Tenant;

namespace HelpDesk.Bench.ServiceDesk;

/// <summary>Files the tickets and plays everybody around them: authors who answer, approvers who decide, managers who vouch, people who collect their pass.</summary>
internal sealed partial class DeskWeek(Installation place, CaseStore caseStore, DeskPeople people) : IDisposable
{
    // Nobody else acts: what has not moved for so long waits for somebody who does not come, or for an answer that nobody gives.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private const string FromKnowledge = "Answered from knowledge:";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly HttpClient _tenant = new() { BaseAddress = place.Simulator };

    /// <summary>Files all tickets and plays on until nothing moves any more.</summary>
    public async Task<IReadOnlyList<DeskCase>> RunAsync(IReadOnlyList<DeskTicket> tickets, CancellationToken cancellation)
    {
        var cases = new List<DeskCase>();
        var authors = await AuthorsAsync(cancellation);
        foreach (var ticket in tickets)
        {
            var ofLanguage = authors[ticket.Language].ToList();
            cases.Add(await FileAsync(ticket, ofLanguage[(ticket.Person - 1) % ofLanguage.Count], cancellation));
        }

        var moved = DateTime.UtcNow;
        while (!cases.TrueForAll(one => one.IsOver) && DateTime.UtcNow - moved < Patience)
        {
            await Task.Delay(LookEvery, cancellation);
            foreach (var one in cases.Where(one => !one.IsOver))
            {
                var before = one.Record;
                one.Record = await caseStore.FindAsync(new CaseId(one.Id), cancellation);
                if (one.Record is { } record && (record.UpdatedAt != before?.UpdatedAt || await ActAsync(one, record, cancellation)))
                    moved = DateTime.UtcNow;
            }
        }

        return cases;
    }

    public void Dispose() => _tenant.Dispose();

    private async Task<ILookup<string, string>> AuthorsAsync(CancellationToken cancellation)
    {
        var all = await _tenant.GetFromJsonAsync<List<JsonElement>>("/simulator/people", cancellation) ?? [];
        return all.Where(person => person.GetProperty("jobTitle").GetString() == "Specialist")
            .ToLookup(person => person.GetProperty("language").GetString()!, person => person.GetProperty("upn").GetString()!, StringComparer.Ordinal);
    }

    private async Task<DeskCase> FileAsync(DeskTicket ticket, string author, CancellationToken cancellation)
    {
        using var response = await _tenant.PostAsJsonAsync("/simulator/tickets", new { system = ticket.System, requester = author, title = ticket.Title, text = ticket.Text }, cancellation);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return new DeskCase(ticket, $"{ticket.System}-{answer.GetProperty("id").GetString()}");
    }

    // True when somebody did something.
    private Task<bool> ActAsync(DeskCase one, CaseRecord record, CancellationToken cancellation) => record switch
    {
        { OpenQuestion: { } number } => AnswerAsync(one, record, number, cancellation),
        { State: CaseState.WaitingForApproval, OpenApprovalId: { } approval } => DecideAsync(one, record, approval, cancellation),
        { State: CaseState.WaitingForHandOver, OpenHandOverId: { } handOver } => CollectAsync(one, record, handOver, cancellation),
        _ => Task.FromResult(false),
    };

    private async Task<bool> AnswerAsync(DeskCase one, CaseRecord record, int number, CancellationToken cancellation)
    {
        if (one.Answered >= number)
            return false;
        one.Answered = number;
        if (record.Asked is [.., var asked] && asked.StartsWith(FromKnowledge, StringComparison.Ordinal))
            return one.Ticket.Helps is { } helps && await CommentAsync(one, asked.Contains(helps, StringComparison.OrdinalIgnoreCase) ? "1" : "2", cancellation);
        return one.Ticket.Answers && await CommentAsync(one, one.Ticket.Answer, cancellation);
    }

    private async Task<bool> CommentAsync(DeskCase one, string text, CancellationToken cancellation)
    {
        using var response = await _tenant.PostAsJsonAsync($"/simulator/tickets/{one.Ticket.System}/{one.ExternalId}/comments", new { text }, cancellation);
        response.EnsureSuccessStatusCode();
        return true;
    }

    private async Task<bool> DecideAsync(DeskCase one, CaseRecord record, string approval, CancellationToken cancellation)
    {
        var page = $"/approvals/{approval}";
        SimulatedPerson[] candidates = people.ManagerOf(record.RequesterId) is { } manager ? [manager, .. DeskPeople.Approvers] : [.. DeskPeople.Approvers];
        foreach (var person in candidates.Where(person => !one.Deciders.Contains(person)))
        {
            var browser = await people.BrowserOfAsync(person, cancellation);
            if (await browser.TryOpenAsync(page, cancellation) is not { } shown || !shown.Contains("name=\"decision\"", StringComparison.Ordinal))
                continue;
            await browser.PressAsync(page, page, cancellation, ("decision", "approve"));
            one.Deciders.Add(person);
            return true;
        }

        return false;
    }

    // The manager vouches and tells the person the code; the person enters it in a browser of their own and reads the pass.
    private async Task<bool> CollectAsync(DeskCase one, CaseRecord record, string handOver, CancellationToken cancellation)
    {
        // The link comes a moment after the pass can be collected.
        if (one.Collected.Contains(handOver) || people.ManagerOf(record.RequesterId) is not { } manager || await LinkAsync(one, cancellation) is not { } link)
            return false;
        one.Collected.Add(handOver);
        var chief = await people.BrowserOfAsync(manager, cancellation);
        if (await chief.TryOpenAsync($"/vouch/{handOver}", cancellation) is null)
            return false;
        var shown = await chief.SendAsync($"/vouch/{handOver}", $"/vouch/{handOver}", cancellation, ("check", "VideoCall"));
        if (Code().Match(shown) is not { Success: true } code)
            return false;
        one.Deciders.Add(manager);
        using var person = PageVisitor.Nobody(place.Product);
        var target = link.Split('?')[0];
        await person.SendAsync(link, target, cancellation, ("act", "code"), ("code", code.Groups["code"].Value));
        await person.SendAsync(link, target, cancellation, ("act", "show"));
        return true;
    }

    private async Task<string?> LinkAsync(DeskCase one, CancellationToken cancellation)
    {
        var ticket = await _tenant.GetFromJsonAsync<JsonElement>($"/simulator/tickets/{one.Ticket.System}/{one.ExternalId}", cancellation);
        return ticket.GetProperty("comments").EnumerateArray().Select(comment => ProofLink().Match(comment.GetProperty("text").GetString() ?? ""))
            .FirstOrDefault(static found => found.Success)?.Value;
    }

    [GeneratedRegex("/proof/[^\\s]+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ProofLink();

    [GeneratedRegex("""<code id="voucher"[^>]*>(?<code>[^<]+)</code>""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Code();
}
