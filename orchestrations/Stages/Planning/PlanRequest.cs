using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning.Devices;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>What a ticket was understood to ask for: typed facts of triage, all of them only hints until the directory confirms them.</summary>
public sealed record PlanRequest
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Intent id out of the closed list.</summary>
    public required string Intent { get; init; }

    /// <summary>When the ticket was created, UTC: the "now" of conditions.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How the ticket speaks of a device. Default not at all.</summary>
    public DeviceMention Device { get; init; } = DeviceMention.Nothing;

    /// <summary>The device that the requester chose when they were asked; it counts only as one of the person's own. Null when they were not asked.</summary>
    public DeviceId? DeviceId { get; init; }

    /// <summary>How the ticket names an application or licence; null when it does not.</summary>
    public string? AppHint { get; init; }

    /// <summary>Why it is in doubt which access is meant; null when it is not.</summary>
    public string? AccessDoubt { get; init; }

    /// <summary>True when the requester says that the device is gone for good; null when the ticket does not tell.</summary>
    public bool? IsConfirmedLost { get; init; }

    /// <summary>True when the ticket's own words ask to take a guest account away; default false.</summary>
    public bool AsksForGuestRemoval { get; init; }

    /// <summary>True when the ticket says that a restart was tried, or helps only for a while; default false.</summary>
    public bool RestartWasTried { get; init; }

    /// <summary>Mail addresses that the ticket names; used only by runbooks for delegates, and only when a delegate rule lets the requester ask for them.</summary>
    public IReadOnlyList<string> NamedAddresses { get; init; } = [];
}

/// <summary>Whose account and devices a plan is about, as the directory says.</summary>
/// <param name="Person">The person.</param>
/// <param name="Devices">Their devices.</param>
/// <param name="Risk">What Entra holds against the account; read only for a runbook that asks. Default unknown.</param>
/// <param name="NoDevices">Why the devices are not known, in plain words; null when they are. Default null.</param>
public sealed record PlanSubject(Person Person, IReadOnlyList<Device> Devices, AccountRisk Risk = AccountRisk.Unknown, string? NoDevices = null);

/// <summary>A plan, or why there is none.</summary>
/// <param name="Plan">The plan; null when there is none.</param>
/// <param name="NoPlan">Why there is none, in plain words for the person who takes over; null when there is a plan.</param>
/// <param name="LeftOut">Steps that were not taken, and why.</param>
/// <param name="Question">What the requester could be asked so that there is a plan; null when no answer of theirs would help. Default null.</param>
public sealed record PlanResult(Plan? Plan, string? NoPlan, IReadOnlyList<LeftOutStep> LeftOut, PlanQuestion? Question = null)
{
    /// <summary>Steps that had to be done and cannot be planned, and why: with a plan beside them, the case ends with a person all the same.</summary>
    public IReadOnlyList<LeftOutStep> Missing { get; init; } = [];

    /// <summary>Nothing is left to be done: the containment steps were all that the runbook has for this ticket.</summary>
    public static PlanResult Nothing(IReadOnlyList<LeftOutStep> leftOut) => new(null, null, leftOut);

    /// <summary>No plan.</summary>
    public static PlanResult None(string reason, IReadOnlyList<LeftOutStep>? leftOut = null) => new(null, reason, leftOut ?? []);
}
