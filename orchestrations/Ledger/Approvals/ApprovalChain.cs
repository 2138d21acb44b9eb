using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Approvals as the audit chain holds them: what was signed when it was asked for, and every signed act since. Nothing else counts. Names and
/// comments lie in the context store; the chain holds their digests.
/// </summary>
public sealed class ApprovalChain(IAuditLog audit, AuditSeals seals, CaseContext contexts)
{
    private const string NoteKind = "decision-note";

    // A person decides once; an approval has at most five approvers and one end. More means that somebody else writes.
    private const int MostActs = 100;

    /// <summary>Reads an approval.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached.</exception>
    public async Task<ChainedApproval> ReadAsync(CaseId caseId, string approvalId, CancellationToken cancellation)
    {
        var findings = new List<string>();
        if (await FindAsync(caseId, ApprovalActs.RequestKey(approvalId), findings, cancellation) is not { } asked)
            return new ChainedApproval(null, 1, "", findings);
        var gate = ApprovalActs.RequestOf(asked);
        if (asked.Kind != AuditKinds.ApprovalRequested || gate.ApprovalId != approvalId)
            return new ChainedApproval(null, 1, "", [.. findings, "The signed entry of the request belongs to another approval."]);

        var number = 1;
        for (; number <= MostActs; number++)
        {
            var before = findings.Count;
            if (await FindAsync(caseId, ApprovalActs.ActKey(approvalId, number), findings, cancellation) is not { } act)
            {
                if (findings.Count == before)
                    break;
                continue;
            }

            if (!ApprovalActs.IsActOf(gate, act))
                findings.Add($"Act {number} is signed, but belongs to something else.");
            else
                gate = await WithNoteAsync(gate, act, findings, cancellation);
        }

        return new ChainedApproval(gate, number, asked.Facts[ApprovalActs.VerdictDigest], findings);
    }

    /// <summary>Appends the request of an approval; the first one counts.</summary>
    public async Task RequestAsync(ApprovalRequest gate, CancellationToken cancellation) =>
        await audit.AppendAsync(await seals.SealAsync(ApprovalActs.Requested(gate), cancellation), cancellation);

    /// <summary>Appends a decision.</summary>
    /// <returns>False when another act took the number.</returns>
    public async Task<bool> DecideAsync(ApprovalRequest gate, ApprovalDecision decision, int number, CancellationToken cancellation)
    {
        // The note first: an act whose note is missing would look like damage; a note without an act is only litter.
        var note = await contexts.PutAsync(gate.CaseId, NoteKind, new DecisionNote(decision.PersonName, decision.Comment), cancellation);
        return await audit.TryAppendAsync(await seals.SealAsync(ApprovalActs.Decided(gate, decision, note.Version, number), cancellation), cancellation);
    }

    /// <summary>Appends the end of an approval that was not decided.</summary>
    /// <returns>False when another act took the number.</returns>
    public async Task<bool> CloseAsync(ApprovalRequest gate, ApprovalState state, int number, CancellationToken cancellation) =>
        await audit.TryAppendAsync(await seals.SealAsync(ApprovalActs.Closed(gate, state, number), cancellation), cancellation);

    private async Task<AuditEvent?> FindAsync(CaseId caseId, string key, List<string> findings, CancellationToken cancellation)
    {
        try
        {
            if (await audit.FindAsync(caseId, key, cancellation) is not { } entry)
                return null;
            if (entry.Event.CaseId == caseId && entry.Event.Key == key && await seals.IsGenuineAsync(entry.Event, cancellation))
                return entry.Event;
            findings.Add($"The audit entry '{key}' does not have the signature of HelpDesk.");
        }
        catch (AuditDamagedException)
        {
            findings.Add($"The audit entry '{key}' was changed.");
        }

        return null;
    }

    private async Task<ApprovalRequest> WithNoteAsync(ApprovalRequest gate, AuditEvent act, List<string> findings, CancellationToken cancellation)
    {
        var after = ApprovalActs.Apply(gate, act);
        if (after.Decisions.Count == gate.Decisions.Count)
            return after;
        var decision = after.Decisions[^1] with { PersonName = after.Decisions[^1].PersonId };
        try
        {
            var note = await contexts.GetAsync<DecisionNote>(new ContextReference(gate.CaseId, NoteKind, act.Facts["note"]), cancellation);
            decision = decision with { PersonName = note.Name, Comment = note.Comment };
        }
        catch (InvalidOperationException)
        {
            findings.Add("The comment of a decision was changed.");
        }

        return after with { Decisions = [.. gate.Decisions, decision] };
    }

    private sealed record DecisionNote(string Name, string? Comment);
}

/// <summary>An approval as its signed entries say.</summary>
/// <param name="Request">The approval; null when no signed entry asks for it.</param>
/// <param name="NextAct">The first number that no act has.</param>
/// <param name="VerdictDigest">Digest of the verdict with which it was asked for.</param>
/// <param name="Findings">What is in the chain and is not genuine; empty when all is.</param>
public sealed record ChainedApproval(ApprovalRequest? Request, int NextAct, string VerdictDigest, IReadOnlyList<string> Findings);
