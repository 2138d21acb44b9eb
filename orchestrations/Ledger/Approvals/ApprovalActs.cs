using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// The state of an approval in the audit chain: one entry for the request, then one for each act (a decision, or its end), numbered from 1. Of two
/// acts at once the one whose number was free counts first.
/// </summary>
internal static class ApprovalActs
{
    /// <summary>The fact with the digest of the verdict's JSON.</summary>
    public const string VerdictDigest = "verdict-digest";

    private const string Manager = "manager", MayDecide = "may decide";

    private const string NoOpeners = "none known", Between = ", ";

    private const string Approve = "approve", Deny = "deny", PersonActor = "person:";

    /// <summary>Key of the entry that asks for the approval.</summary>
    public static string RequestKey(string approvalId) => $"{approvalId}/requested";

    /// <summary>Key of an act, from 1.</summary>
    public static string ActKey(string approvalId, int number) => string.Create(CultureInfo.InvariantCulture, $"{approvalId}/act-{number}");

    /// <summary>The entry that asks for an approval.</summary>
    public static AuditEvent Requested(ApprovalRequest gate)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["gate"] = gate.ApprovalId,
            ["plan-hash"] = gate.PlanHash,
            ["plan-case"] = gate.Plan.CaseId,
            ["plan-kind"] = gate.Plan.Kind,
            ["plan-version"] = gate.Plan.Version,
            ["requester"] = gate.RequesterId,
            ["subject"] = gate.SubjectId,
            ["openers"] = gate.OpenerIds.Count == 0 ? NoOpeners : string.Join(Between, gate.OpenerIds),
            ["approvers"] = gate.Requirement.ApproverGroup,
            ["fallback"] = gate.Requirement.FallbackGroup,
            ["quorum"] = gate.Requirement.Quorum.ToString(CultureInfo.InvariantCulture),
            ["remind-after"] = Text(gate.Requirement.RemindAfter),
            ["escalate-after"] = Text(gate.Requirement.EscalateAfter),
            ["deadline"] = Text(gate.Requirement.Deadline),
            ["requested"] = Text(gate.RequestedAt),
            ["expires"] = Text(gate.ExpiresAt),
            [VerdictDigest] = AuditHash.Of(DurableJson.Write(gate.Verdict)),
        };
        if (gate.Requirement.AsksManager)
            facts[Manager] = MayDecide;
        return new AuditEvent(gate.CaseId, RequestKey(gate.ApprovalId), AuditKinds.ApprovalRequested, "helpdesk", "An approval of the plan was asked for.", facts);
    }

    /// <summary>The entry of a decision.</summary>
    /// <param name="gate">The approval.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="note">Version of its note in the context store: name and comment.</param>
    /// <param name="number">The act's number.</param>
    public static AuditEvent Decided(ApprovalRequest gate, ApprovalDecision decision, string note, int number)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["gate"] = gate.ApprovalId,
            ["plan-hash"] = gate.PlanHash,
            ["decision"] = decision.Approve ? Approve : Deny,
            ["at"] = Text(decision.At),
            ["has-comment"] = decision.Comment is null ? "no" : "yes",
            ["note"] = note,
        };
        if (decision.Comment is { } comment)
            facts["comment-digest"] = AuditHash.Of(comment);
        return new AuditEvent(
            gate.CaseId, ActKey(gate.ApprovalId, number), AuditKinds.ApprovalDecided, PersonActor + decision.PersonId,
            decision.Approve ? "A person approved the plan." : "A person denied the plan.", facts);
    }

    /// <summary>The entry that ends an approval that was not decided.</summary>
    public static AuditEvent Closed(ApprovalRequest gate, ApprovalState state, int number) => new(
        gate.CaseId, ActKey(gate.ApprovalId, number), AuditKinds.ApprovalExpired, "helpdesk",
        state == ApprovalState.Expired ? "No one decided in time, so it expired as denied." : "The approval request was withdrawn because a person takes over.",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["gate"] = gate.ApprovalId, ["plan-hash"] = gate.PlanHash, ["state"] = ApprovalLabels.Of(state) });

    /// <summary>The approval that an entry asks for, without what is for display only.</summary>
    /// <exception cref="KeyNotFoundException">A fact is missing.</exception>
    /// <exception cref="FormatException">A fact is not what it should be.</exception>
    public static ApprovalRequest RequestOf(AuditEvent entry)
    {
        var facts = entry.Facts;
        return new ApprovalRequest
        {
            ApprovalId = facts["gate"],
            CaseId = entry.CaseId,
            Plan = new ContextReference(new CaseId(facts["plan-case"]), facts["plan-kind"], facts["plan-version"]),
            PlanHash = new PlanHash(facts["plan-hash"]),
            Verdict = new Verdict(VerdictOutcome.NeedsApproval, [], null, ""),
            Requirement = new ApprovalRequirement(
                facts["approvers"], facts["fallback"], int.Parse(facts["quorum"], CultureInfo.InvariantCulture), Span(facts["remind-after"]), Span(facts["escalate-after"]), Span(facts["deadline"]))
            {
                AsksManager = facts.GetValueOrDefault(Manager) == MayDecide,
            },
            RequesterId = new PersonId(facts["requester"]),
            SubjectId = new PersonId(facts["subject"]),
            OpenerIds = facts["openers"] == NoOpeners ? [] : facts["openers"].Split(Between),
            RequestedAt = Moment(facts["requested"]),
            ExpiresAt = Moment(facts["expires"]),
        };
    }

    /// <summary>The approval after an act. What comes after its end, after its deadline or twice from one person changes nothing.</summary>
    public static ApprovalRequest Apply(ApprovalRequest gate, AuditEvent act)
    {
        if (gate.State != ApprovalState.Open)
            return gate;
        if (act.Kind == AuditKinds.ApprovalExpired)
            return gate with { State = act.Facts["state"] == ApprovalLabels.Of(ApprovalState.Expired) ? ApprovalState.Expired : ApprovalState.Withdrawn };
        var decision = new ApprovalDecision(new PersonId(act.Actor[PersonActor.Length..]), "", act.Facts["decision"] == Approve, Moment(act.Facts["at"]), null);
        if (decision.At >= gate.ExpiresAt || gate.Decisions.Any(before => string.Equals(before.PersonId, decision.PersonId, StringComparison.OrdinalIgnoreCase)))
            return gate;
        var decided = gate with { Decisions = [.. gate.Decisions, decision] };
        return !decision.Approve ? decided with { State = ApprovalState.Denied } : decided.HasQuorum ? decided with { State = ApprovalState.Approved } : decided;
    }

    /// <summary>True when the entry is an act of this approval.</summary>
    public static bool IsActOf(ApprovalRequest gate, AuditEvent act) =>
        act.Kind is AuditKinds.ApprovalDecided or AuditKinds.ApprovalExpired
        && act.Facts.GetValueOrDefault("gate") == gate.ApprovalId && act.Facts.GetValueOrDefault("plan-hash") == gate.PlanHash
        && (act.Kind == AuditKinds.ApprovalExpired || act.Actor.StartsWith(PersonActor, StringComparison.Ordinal));

    private static string Text(TimeSpan span) => span.ToString("c", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);

    private static TimeSpan Span(string text) => TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
