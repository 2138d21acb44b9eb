using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>A secret that an entitled person may see, once (promise P3). Holds no secret.</summary>
public sealed record HandOver
{
    /// <summary>Its id, part of the page's address; no secret.</summary>
    public required string HandOverId { get; init; }

    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>The plan step it belongs to.</summary>
    public required string StepId { get; init; }

    /// <summary>Hash of the approved plan.</summary>
    public required PlanHash PlanHash { get; init; }

    /// <summary>What is handed over.</summary>
    public SecretKind Kind { get; init; }

    /// <summary>Intune id of the device that it opens; null when it opens the person's account.</summary>
    public DeviceId? DeviceId { get; init; }

    /// <summary>Name of that device. Untrusted text.</summary>
    public string? TargetName { get; init; }

    /// <summary>Object id of the person it is for.</summary>
    public required PersonId SubjectId { get; init; }

    /// <summary>Their name. Untrusted text.</summary>
    public required string SubjectName { get; init; }

    /// <summary>Object id of who asked.</summary>
    public required PersonId RequesterId { get; init; }

    /// <summary>Object ids of who opened the ticket; empty where nobody is known.</summary>
    public IReadOnlyList<string> OpenerIds { get; init; } = [];

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Until when it may be collected, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Its state.</summary>
    public HandOverState State { get; init; }

    /// <summary>When somebody pressed "show", UTC.</summary>
    public DateTimeOffset? ShowingSince { get; init; }

    /// <summary>Who pressed it: object id.</summary>
    public string? CollectedBy { get; init; }

    /// <summary>Their name. Untrusted text.</summary>
    public string? CollectedByName { get; init; }

    /// <summary>How the identity was checked, when a service-desk member collected it.</summary>
    public IdentityCheck? Check { get; init; }

    /// <summary>Id of the secret where it is kept; no secret.</summary>
    public string? SecretId { get; init; }

    /// <summary>What it opens: the device, or the person's account.</summary>
    public TargetId Opens() => new(DeviceId is { } device ? device.Value : SubjectId.Value);
}

/// <summary>Where the hand-over of a secret stands.</summary>
public enum HandOverState
{
    /// <summary>Waits for an entitled person.</summary>
    Open,

    /// <summary>Somebody pressed "show"; the secret is being made or read.</summary>
    Showing,

    /// <summary>The secret was shown, once.</summary>
    Collected,

    /// <summary>Not collected in time, or withdrawn.</summary>
    Withdrawn,
}

/// <summary>That a service-desk member checked an identity, recorded before the pass is made.</summary>
/// <param name="Method">How.</param>
/// <param name="Note">What was seen, at most 200 characters, no numbers of documents. Untrusted text; null when nothing was noted.</param>
public sealed record IdentityCheck(IdentityCheckMethod Method, string? Note);

/// <summary>How a service-desk member made sure that it is the right person. The closed list that is offered.</summary>
public enum IdentityCheckMethod
{
    /// <summary>The person stood before them and is known or showed a document.</summary>
    InPerson,

    /// <summary>A video call with a document held into the camera.</summary>
    VideoCall,

    /// <summary>Called back on the number that the personnel record holds, not one from the ticket.</summary>
    CallBack,
}

/// <summary>The status of a secret hand-over.</summary>
/// <param name="State">Where it is.</param>
/// <param name="PersonWanted">True when a person was asked for.</param>
/// <param name="Stop">Why the case stops, from what became of its ticket; null when it does not.</param>
public sealed record HandOverStatus(HandOverState State, bool PersonWanted, string? Stop = null);
