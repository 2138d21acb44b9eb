using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Policy;

/// <summary>All facts that rules may look at, gathered fresh for this decision. Nothing in here comes from a ticket's text.</summary>
public sealed record PolicyInput
{
    /// <summary>The plan as it is stored.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The hash that the workflow carries for it.</summary>
    public required PlanHash PlanHash { get; init; }

    /// <summary>The hash that the stored plan has.</summary>
    public required PlanHash StoredPlanHash { get; init; }

    /// <summary>The loaded runbook of the plan's runbook id; null when there is none.</summary>
    public Runbook? Runbook { get; init; }

    /// <summary>Descriptors of the catalogue, by id.</summary>
    public required IReadOnlyDictionary<string, RemediationDescriptor> Catalogue { get; init; }

    /// <summary>The requester as the directory knows them now; null when it does not.</summary>
    public Person? Requester { get; init; }

    /// <summary>The subject as the directory knows them now; null when it does not.</summary>
    public Person? Subject { get; init; }

    /// <summary>The plan's devices as the directory knows them now, by id; one that is missing is unknown.</summary>
    public IReadOnlyDictionary<string, Device> Devices { get; init; } = new Dictionary<string, Device>(StringComparer.Ordinal);

    /// <summary>What Entra holds against the subject's account now; unknown unless a step depends on it (<see cref="RemediationDescriptor.MostRisk"/>).</summary>
    public AccountRisk Risk { get; init; }

    /// <summary>Name of the delegate rule whose relation holds now between requester and subject; null when none does.</summary>
    public string? Delegation { get; init; }

    /// <summary>True for one target of a bulk run that an operator started; false for a ticket.</summary>
    public bool IsBulk { get; init; }

    /// <summary>What triage said.</summary>
    public required TriageFacts Triage { get; init; }

    /// <summary>Of an undo: the plan whose steps it undoes, as it is stored; null when there is none.</summary>
    public Plan? Original { get; init; }

    /// <summary>Of an undo: what the steps of that plan left behind, by step id.</summary>
    public IReadOnlyDictionary<string, StepDone> Done { get; init; } = new Dictionary<string, StepDone>(StringComparer.Ordinal);

    /// <summary>The state of the kill switch now.</summary>
    public required bool KillSwitchIsOn { get; init; }

    /// <summary>Which budget of this hour the plan would exceed, in words; null when none.</summary>
    public string? ExhaustedBudget { get; init; }

    /// <summary>Why no approval may be asked for now, in words; null when one may.</summary>
    public string? ApprovalLimit { get; init; }

    /// <summary>Why who opened the ticket looks like an attacker, in words; null when they do not.</summary>
    public string? AttackPattern { get; init; }

    /// <summary>How many different people reported the same intent within the hour, this one included.</summary>
    public int SimilarRequesters { get; init; }

    /// <summary>When it is decided, UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>True for a step that may run before anything that waits for an approval.</summary>
    public bool RunsAtOnce(RemediationDescriptor? descriptor, PolicySet policy) => policy.Containment.Covers(Plan, descriptor);

    /// <summary>The plan's steps with what the catalogue says of them; null where it says nothing.</summary>
    public IEnumerable<(PlanStep Step, RemediationDescriptor? Descriptor)> Steps =>
        Plan.Steps.Select(step => (step, Catalogue.GetValueOrDefault(step.Remediation)));
}
