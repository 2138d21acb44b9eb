using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy.Access;
using HelpDesk.Orchestrations.Domain.Policy.Approvers;
using HelpDesk.Orchestrations.Domain.Policy.Budgets;
using HelpDesk.Orchestrations.Domain.Policy.Confidence;
using HelpDesk.Orchestrations.Domain.Policy.Containment;
using HelpDesk.Orchestrations.Domain.Policy.Delegates;
using HelpDesk.Orchestrations.Domain.Policy.Modes;
using HelpDesk.Orchestrations.Domain.Policy.Proofs;
using HelpDesk.Orchestrations.Domain.Policy.Protection;
using HelpDesk.Orchestrations.Domain.Policy.Questions;
using HelpDesk.Orchestrations.Domain.Policy.Routing;
using HelpDesk.Orchestrations.Domain.Policy.Shares;
using HelpDesk.Orchestrations.Domain.Policy.Systems;

namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>All policy files as they were loaded at start. Data can only tighten: what it may never loosen is code under <c>Invariants/</c>.</summary>
public sealed record PolicySet
{
    /// <summary>SHA-256 over names and contents of all policy files and the settings that override them, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Approver groups, by name.</summary>
    public required IReadOnlyDictionary<string, ApproverGroup> Approvers { get; init; }

    /// <summary>Object ids of guests and people of other tenants who may decide all the same. Default none.</summary>
    public IReadOnlySet<string> ExternalDeciders { get; init; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who must approve what and until when.</summary>
    public required ApprovalRules Approvals { get; init; }

    /// <summary>Switch of each runbook.</summary>
    public required ModeRules Modes { get; init; }

    /// <summary>Times in which nothing is changed.</summary>
    public required IReadOnlyList<ChangeFreeze> Freezes { get; init; }

    /// <summary>How much may be done in an hour.</summary>
    public required BudgetRules Budgets { get; init; }

    /// <summary>Who is protected.</summary>
    public required ProtectionRules Protection { get; init; }

    /// <summary>How sure triage must be, per source.</summary>
    public required ConfidenceRules Confidence { get; init; }

    /// <summary>What runs before anything that waits for an approval. Default nothing.</summary>
    public ContainmentRules Containment { get; init; } = ContainmentRules.None;

    /// <summary>Who collects their own secret, by which proofs. Default no one.</summary>
    public ProofRules Proofs { get; init; } = ProofRules.None;

    /// <summary>Who may ask for whom.</summary>
    public required IReadOnlyList<DelegateRule> Delegates { get; init; }

    /// <summary>Names of optional rules that the organisation wants on top.</summary>
    public required IReadOnlyList<string> Demands { get; init; }

    /// <summary>True when the kill switch is on until somebody switches it off.</summary>
    public required bool KillSwitchIsOnByDefault { get; init; }

    /// <summary>What access can be asked for.</summary>
    public required AccessCatalogue Access { get; init; }

    /// <summary>How bulk remediations go.</summary>
    public required BulkRules Bulk { get; init; }

    /// <summary>Which group gets which intent when a person must take over.</summary>
    public required RoutingTable Routing { get; init; }

    /// <summary>Systems that are not the directory, and who gets their tickets.</summary>
    public SystemTable Systems { get; init; } = SystemTable.Empty;

    /// <summary>How often tickets of each intent come.</summary>
    public ClassShares Shares { get; init; } = ClassShares.Equal;

    /// <summary>What requesters are asked. Default nothing.</summary>
    public QuestionRules Questions { get; init; } = QuestionRules.None;
}
