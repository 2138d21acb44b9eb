using System.Globalization;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Telemetry;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Questions;

/// <summary>
/// Questions and answers as the audit chain holds them, signed: a question counts when its entry does, and the first end of it wins, whoever
/// answers at the same moment. Their texts lie in the context store under the digest that the entry names.
/// </summary>
public sealed class QuestionStore(CaseContext contexts, IAuditLog audit, AuditSeals seals, TamperEvents tampering, ProductMetrics metrics)
{
    private const string AskedKind = "question", EndKind = "question-end", Digest = "digest";

    /// <summary>Asks; a repetition changes nothing.</summary>
    public async Task AskAsync(CaseQuestion question, CancellationToken cancellation)
    {
        var stored = await contexts.PutAsync(question.CaseId, AskedKind, question, cancellation);
        var facts = Facts(question);
        facts[Digest] = stored.Version;
        facts["options"] = string.Join(", ", question.Options.Select(option => option.Id));
        if (question.AskedBy is { } asker)
            facts["asked-by"] = asker;
        facts["until"] = question.ExpiresAt.ToString("O", CultureInfo.InvariantCulture);
        if (await audit.TryAppendAsync(
            await seals.SealAsync(new AuditEvent(question.CaseId, AskedKey(question.Number), AuditKinds.QuestionAsked, "helpdesk", "The requester was asked a question.", facts), cancellation), cancellation))
            metrics.Question(question.Kind, "asked");
    }

    /// <summary>Ends a question.</summary>
    /// <returns>False when it had ended before: then nothing changes.</returns>
    public async Task<bool> EndAsync(CaseQuestion question, QuestionEnd end, CancellationToken cancellation)
    {
        var stored = await contexts.PutAsync(question.CaseId, EndKind, end, cancellation);
        var facts = Facts(question);
        facts[Digest] = stored.Version;
        facts["state"] = end.State.ToString();
        facts["channel"] = end.Channel;
        facts["option"] = end.OptionId ?? "none";
        facts["own-words"] = end.Text is null ? "no" : "yes";
        if (end.CommentId is { } comment)
            facts["comment"] = comment;
        if (!await audit.TryAppendAsync(
            await seals.SealAsync(new AuditEvent(question.CaseId, EndedKey(question.Number), AuditKinds.QuestionEnded, end.By, Summary(end.State), facts), cancellation), cancellation))
            return false;
        metrics.Question(question.Kind, end.State.ToString().ToLowerInvariant());
        return true;
    }

    /// <summary>A question as its signed entries say; null when no question has that number.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached; or what is stored is not what was signed.</exception>
    public async Task<AskedQuestion?> FindAsync(CaseId caseId, int number, CancellationToken cancellation)
    {
        if (await ReadAsync<CaseQuestion>(caseId, AskedKey(number), AuditKinds.QuestionAsked, AskedKind, cancellation) is not { } question)
            return null;
        if (question.CaseId != caseId || question.Number != number)
            throw await TamperedAsync(caseId, "The signed entry of a question belongs to another one.", cancellation);
        return new AskedQuestion(question, await ReadAsync<QuestionEnd>(caseId, EndedKey(number), AuditKinds.QuestionEnded, EndKind, cancellation));
    }

    /// <summary>All questions of a case, in order.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached; or what is stored is not what was signed.</exception>
    public async Task<IReadOnlyList<AskedQuestion>> OfAsync(CaseId caseId, CancellationToken cancellation)
    {
        var all = new List<AskedQuestion>();
        while (await FindAsync(caseId, all.Count + 1, cancellation) is { } asked)
            all.Add(asked);
        return all;
    }

    private async Task<T?> ReadAsync<T>(CaseId caseId, string key, string kind, string contextKind, CancellationToken cancellation)
        where T : class
    {
        try
        {
            if (await audit.FindAsync(caseId, key, cancellation) is not { } entry)
                return null;
            if (entry.Event.CaseId != caseId || entry.Event.Key != key || entry.Event.Kind != kind || !await seals.IsGenuineAsync(entry.Event, cancellation))
                throw await TamperedAsync(caseId, "The audit entry of a question does not have the signature of HelpDesk.", cancellation);
            return await contexts.GetAsync<T>(new ContextReference(caseId, contextKind, entry.Event.Facts[Digest]), cancellation);
        }
        catch (AuditDamagedException)
        {
            throw await TamperedAsync(caseId, "The audit entry of a question was changed.", cancellation);
        }
        catch (StoredValueChangedException)
        {
            throw await TamperedAsync(caseId, "A stored question or answer is not the one that was signed.", cancellation);
        }
    }

    private async Task<VendorException> TamperedAsync(CaseId caseId, string finding, CancellationToken cancellation)
    {
        await tampering.RecordAsync(caseId, "question", finding, cancellation);
        return new VendorException("store", "changed", $"Security event: {finding}", isRetryable: false);
    }

    private static Dictionary<string, string> Facts(CaseQuestion question) => new(StringComparer.Ordinal)
    {
        ["question"] = question.Kind, ["number"] = question.Number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Summary(QuestionState state) => state switch
    {
        QuestionState.Answered => "The requester answered.",
        QuestionState.Unanswered => "The requester did not answer in time.",
        _ => "The question no longer matters.",
    };

    private static string AskedKey(int number) => string.Create(CultureInfo.InvariantCulture, $"question/{number}/asked");

    private static string EndedKey(int number) => string.Create(CultureInfo.InvariantCulture, $"question/{number}/ended");
}
