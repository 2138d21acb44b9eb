using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Operators;
using HelpDesk.Orchestrations.Stages.Intake;
using HelpDesk.Web.Layout;
using HelpDesk.Web.Requests;
using HelpDesk.Web.Viewers;
using Microsoft.AspNetCore.Http;

namespace HelpDesk.Web.Operations;

/// <summary>Messages that could not be worked on, for operators.</summary>
public sealed class DeadLetterHandler(DeadLetters letters, DeadLetterService desk, CaseStore caseStore, PersonNames names, ViewerAccess access)
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
            http, await desk.ReplayAsync(http.Id(), By(http), http.RequestAborted), "It went through intake again",
            "Its workflow runs, unless it was started before: then nothing was started a second time. The list of cases shows the ticket in a moment.");

    /// <summary><c>POST /operations/dead-letters/{id}/discard</c>: nothing follows from it.</summary>
    public async Task<IResult> DiscardAsync(HttpContext http)
    {
        if (await RefusalAsync(http) is { } refusal)
            return refusal;
        var reason = http.PlainField("reason");
        if (reason.Length is < MinReason or > MaxReason)
            return Page.Message(http, StatusCodes.Status400BadRequest, "Say why", $"The reason goes into the audit log and must have {MinReason} to {MaxReason} characters. Nothing was done.", ListUrl, "Back");
        return Answer(
            http, await desk.DiscardAsync(http.Id(), By(http), reason, http.RequestAborted), "It was discarded",
            "Nothing follows from it. Who decided so, and why, is in the audit log.");
    }

    private static IResult Answer(HttpContext http, OperatorOutcome outcome, string title, string text) => outcome switch
    {
        OperatorOutcome.Done => Page.Message(http, StatusCodes.Status200OK, title, text, ListUrl, "To the dead letters"),
        OperatorOutcome.MovedOn => Page.Message(
            http, StatusCodes.Status409Conflict, "It has moved on",
            "Somebody else has decided about this dead letter, or it cannot be read and so not be replayed. Nothing was done.", ListUrl, "Show them as they are now"),
        _ => Page.Message(http, StatusCodes.Status404NotFound, "There is no such dead letter", "The address may be mistyped.", ListUrl, "To the dead letters"),
    };

    private static string By(HttpContext http) => $"person:{PageRequest.ViewerOf(http).Person.ObjectId}";

    private async Task<IResult?> RefusalAsync(HttpContext http) =>
        await access.IsOperatorNowAsync(PageRequest.ViewerOf(http).Person, http.RequestAborted)
            ? null
            : Page.Forbidden(http, "Only members of the operator group may decide about dead letters, and the directory says that you are none any more.");

    private async Task<DeadLetterLine> LineAsync(DeadLetter letter, CancellationToken cancellation) => new(
        letter,
        letter.Message is { } message ? await caseStore.FindAsync(message.Ticket.CaseId, cancellation) : null,
        letter.DecidedBy is { } by ? await names.OfActorAsync(by, cancellation) : null);
}
