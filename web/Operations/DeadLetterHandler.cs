using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Operations;

/// <summary>Messages that could not be processed, for operators.</summary>
public sealed class DeadLetterHandler(DeadLetters letters, DeadLetterService service, CaseStore caseStore, PersonNames names, RefusedMessages refused, ViewerAccess access)
{
    private const int MaxOpen = 100;
    private const int MaxDecided = 25;
    private const int MinReason = 5;
    private const int MaxReason = 300;
    private const string ListUrl = "/operations/dead-letters";

    /// <summary><c>GET /operations/dead-letters</c>.</summary>
    public async Task<IResult> ShowAsync(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        var open = new List<DeadLetter>();
        var decided = new List<DeadLetter>();
        await foreach (var letter in letters.ListAsync(cancellation))
            (letter.State == DeadLetterState.Open ? open : decided).Add(letter);

        var lines = new List<DeadLetterLine>();
        foreach (var letter in open.OrderBy(letter => letter.KeptAt).Take(MaxOpen))
            lines.Add(await LineAsync(letter, cancellation));
        var past = new List<DeadLetterLine>();
        foreach (var letter in decided.OrderByDescending(letter => letter.DecidedAt).Take(MaxDecided))
            past.Add(await LineAsync(letter, cancellation));
        return Page.Show<DeadLetterPage, DeadLetterListModel>(http, new DeadLetterListModel(lines, open.Count, past));
    }

    /// <summary><c>POST /operations/dead-letters/{id}/replay</c>: the ticket goes through intake again.</summary>
    public async Task<IResult> ReplayAsync(HttpContext http) =>
        await RefusalAsync(http) ?? Answer(
            http, await service.ReplayAsync(http.Id(), By(http), http.RequestAborted), "Message replayed",
            "The ticket went through intake again. If its workflow was already started, nothing was started twice. The ticket shows up under Cases in a moment.");

    /// <summary><c>POST /operations/dead-letters/{id}/discard</c>: nothing follows from it.</summary>
    public async Task<IResult> DiscardAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
            return refusal;
        var reason = http.PlainField("reason");
        if (reason.Length is < MinReason or > MaxReason)
            return Page.Message(http, StatusCodes.Status400BadRequest, "Enter a reason", $"Nothing was done. Enter a reason of {MinReason} to {MaxReason} characters for the audit log.", ListUrl, "Back");
        return Answer(
            http, await service.DiscardAsync(http.Id(), By(http), reason, http.RequestAborted), "Message discarded",
            "The message was discarded and nothing else happens. The audit log has your name and reason.");
    }

    private static IResult Answer(HttpContext http, OperatorOutcome outcome, string title, string text) => outcome switch
    {
        OperatorOutcome.Done => Page.Message(http, StatusCodes.Status200OK, title, text, ListUrl, "Dead letters"),
        OperatorOutcome.MovedOn => Page.Message(
            http, StatusCodes.Status409Conflict, "The dead letter has changed",
            "Nothing was done. Someone else already decided about this dead letter, or it can't be read and so can't be replayed.", ListUrl, "Refresh"),
        _ => Page.Message(http, StatusCodes.Status404NotFound, "Dead letter not found", "Check the address.", ListUrl, "Dead letters"),
    };

    private static string By(HttpContext http) => $"person:{PageRequest.ViewerOf(http).Person.ObjectId}";

    private async Task<IResult?> RefusalAsync(HttpContext http) =>
        await access.WhyNotOperatorAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted) is { } why ? Page.NotOperator(http, "dead letters", why) : null;

    private async Task<DeadLetterLine> LineAsync(DeadLetter letter, CancellationToken cancellation) => new(
        letter,
        letter.Message is { } message ? await caseStore.FindAsync(message.Ticket.CaseId, cancellation) : null,
        letter.DecidedBy is { } by ? await names.OfActorAsync(by, cancellation) : null)
    {
        Said = letter is { Message: null, State: DeadLetterState.Open } ? await refused.FindAsync(letter.Id, cancellation) : null,
    };
}
