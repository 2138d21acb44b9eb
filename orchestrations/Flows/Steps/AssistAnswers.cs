using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Outcomes.Assist;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>
/// What technicians do with the help they got: send the drafted answer as it is or edited, discard it, say whether the next steps were right. Each is
/// recorded, because that is how useful the help is measured.
/// </summary>
public sealed class AssistAnswers(CaseStore caseStore, CaseAssists assists, ConversationService conversation, OutcomeLog outcomes, IAuditLog audit)
{
    /// <summary>Longest answer in characters. Chosen because an answer that is longer is not read.</summary>
    public const int LongestAnswer = 2_000;

    /// <summary>Sends an answer to the requester, once per text.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="by">Who sends it.</param>
    /// <param name="text">What is sent.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Why it was not sent; null when it was.</returns>
    /// <exception cref="VendorException">The ticket system cannot be reached; retryable.</exception>
    public async Task<string?> SendAsync(CaseId caseId, SignedInPerson by, string text, CancellationToken cancellation)
    {
        var answer = text.ReplaceLineEndings("\n").Trim();
        if (answer.Length is 0 or > LongestAnswer)
            return $"An answer has 1 to {LongestAnswer} characters.";
        if (await FindAsync(caseId, cancellation) is not ({ } record, { } assist))
            return "There is no draft for this case.";
        var digest = AuditHash.Of(answer)[..16];
        var written = await conversation.TellAsync(record, new ConversationSaying(answer, $"{caseId}/assist-answer-{digest}"), cancellation);
        if (written.Problem is { } problem)
            return $"The ticket system did not take it: {problem}";
        var use = answer == assist.Draft.Trim() ? DraftUse.AsIs : DraftUse.Edited;
        await RecordAsync(caseId, by, $"assist-answer-{digest}", "A technician sent an answer to the requester.", use, null, cancellation);
        return null;
    }

    /// <summary>Discards the draft.</summary>
    /// <returns>False when there is none.</returns>
    public async Task<bool> DiscardAsync(CaseId caseId, SignedInPerson by, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, cancellation) is not ({ }, { }))
            return false;
        await RecordAsync(caseId, by, "assist-discarded", "A technician discarded the drafted answer.", DraftUse.Discarded, null, cancellation);
        return true;
    }

    /// <summary>Says whether the next steps were right.</summary>
    /// <returns>False when there are none.</returns>
    public async Task<bool> JudgeAsync(CaseId caseId, SignedInPerson by, bool areRight, CancellationToken cancellation)
    {
        if (await FindAsync(caseId, cancellation) is not ({ }, { }))
            return false;
        await RecordAsync(caseId, by, $"assist-steps-{(areRight ? "right" : "wrong")}", "A technician judged the next steps.", null, areRight, cancellation);
        return true;
    }

    private async Task<(CaseRecord? Record, CaseAssist? Assist)> FindAsync(CaseId caseId, CancellationToken cancellation) =>
        await caseStore.FindAsync(caseId, cancellation) is { } record ? (record, await assists.FindAsync(record, cancellation)) : (null, null);

    private async Task RecordAsync(CaseId caseId, SignedInPerson by, string key, string summary, DraftUse? use, bool? areRight, CancellationToken cancellation)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (use is { } used)
            facts["draft"] = used.ToString();
        if (areRight is { } right)
            facts["next-steps"] = right ? "right" : "wrong";
        await audit.AppendAsync(new AuditEvent(caseId, $"{key}/{by.ObjectId}", AuditKinds.OperatorActed, $"person:{by.ObjectId}", summary, facts), cancellation);
        var after = await caseStore.UpdateAsync(caseId, record => record with { DraftUse = use ?? record.DraftUse, AreStepsRight = areRight ?? record.AreStepsRight }, cancellation);
        await outcomes.RecordAsync(after, cancellation);
    }
}
