using HelpDesk.Orchestrations.Domain.Remediations.Secrets;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>A secret that an entitled person may see, once (promise P3). Holds no secret.</summary>
public sealed record HandOver
{
    /// <summary>Its id, part of the page's address; no secret.</summary>
    public required string HandOverId { get; init; }

    /// <summary>The case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The plan step it belongs to.</summary>
    public required string StepId { get; init; }

    /// <summary>Hash of the approved plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>What is handed over.</summary>
    public SecretKind Kind { get; init; }

    /// <summary>Intune id of the device that it opens; null when it opens the person's account.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Name of that device. Untrusted text.</summary>
    public string? TargetName { get; init; }

    /// <summary>Object id of the person it is for.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Their name. Untrusted text.</summary>
    public required string SubjectName { get; init; }

    /// <summary>Object id of who asked.</summary>
    public required string RequesterId { get; init; }

    /// <summary>When it was opened, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Until when it may be collected, UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Where it stands.</summary>
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
}
