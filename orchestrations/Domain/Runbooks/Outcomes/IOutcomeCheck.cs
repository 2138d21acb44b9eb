using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;

/// <summary>Reads one <see cref="OutcomeCondition"/> back from the system that knows it: directory, device management, ticket or audit log. Reads only.</summary>
public interface IOutcomeCheck
{
    /// <summary>Name of the condition.</summary>
    string Name { get; }

    /// <summary>Reads it, once. Never waits: the workflow asks again.</summary>
    /// <exception cref="VendorException">It cannot be read now.</exception>
    Task<OutcomeReading> ReadAsync(OutcomeCall call, CancellationToken cancellation);
}

/// <summary>Whose outcome is read.</summary>
/// <param name="Plan">The plan whose steps were done and read back.</param>
/// <param name="Since">When its first step began, UTC: what happened before does not count.</param>
/// <param name="Now">The time of this reading, UTC.</param>
/// <param name="CheckedFrom">When the first reading of this outcome was due, UTC.</param>
/// <param name="App">Name under which device management lists the application that is to be installed; null when none is.</param>
public sealed record OutcomeCall(Plan Plan, DateTimeOffset Since, DateTimeOffset Now, DateTimeOffset CheckedFrom, string? App)
{
    /// <summary>Object id of the person.</summary>
    public PersonId SubjectId => Plan.SubjectId;

    /// <summary>Intune ids of the devices that the plan acts on; empty when it acts on none.</summary>
    public IReadOnlyList<DeviceId> DeviceIds =>
        [.. Plan.Steps.Where(step => step.TargetKind == TargetKind.Device).Select(step => step.TargetId.Value).Distinct(StringComparer.OrdinalIgnoreCase).Select(DeviceId.From)];

    /// <summary>The steps of one remediation.</summary>
    public IEnumerable<PlanStep> Steps(string remediation) => Plan.Steps.Where(step => step.Remediation == remediation);
}

/// <summary>What one reading showed.</summary>
/// <param name="State">True, not yet, not true, or nothing to be true here.</param>
/// <param name="Evidence">What was read, in one sentence without secrets: for the audit log and the person who may take over.</param>
public sealed record OutcomeReading(OutcomeState State, string Evidence)
{
    /// <summary>It is true.</summary>
    public static OutcomeReading Holds(string evidence) => new(OutcomeState.Holds, evidence);

    /// <summary>Not yet.</summary>
    public static OutcomeReading Pending(string evidence) => new(OutcomeState.Pending, evidence);

    /// <summary>It is not true, and waiting longer is no use.</summary>
    public static OutcomeReading Missed(string evidence) => new(OutcomeState.Missed, evidence);

    /// <summary>There is nothing that could be true here.</summary>
    public static OutcomeReading NotNeeded(string evidence) => new(OutcomeState.NotNeeded, evidence);
}

/// <summary>Whether a condition of an outcome is true.</summary>
public enum OutcomeState
{
    /// <summary>Not yet; it is read again within its time.</summary>
    Pending,

    /// <summary>It is true and was read back.</summary>
    Holds,

    /// <summary>It is not true: the case is not resolved.</summary>
    Missed,

    /// <summary>There is nothing that could be true here, such as no application that the access installs.</summary>
    NotNeeded,
}
