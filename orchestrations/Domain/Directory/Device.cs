namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>A managed device as Intune knows it.</summary>
public sealed record Device
{
    /// <summary>Intune managed-device id.</summary>
    public required string Id { get; init; }

    /// <summary>Device name.</summary>
    public required string Name { get; init; }

    /// <summary>Object id of the primary user; null when there is none.</summary>
    public string? OwnerId { get; init; }

    /// <summary><c>Windows</c>, <c>iOS</c>, <c>Android</c>, <c>macOS</c>.</summary>
    public required string OperatingSystem { get; init; }

    /// <summary>True when the company owns it; a personal device is never wiped.</summary>
    public bool IsCompanyOwned { get; init; }

    /// <summary>True when it meets the compliance policy.</summary>
    public bool IsCompliant { get; init; }

    /// <summary>Model, for the person who must recognise it.</summary>
    public string? Model { get; init; }

    /// <summary>Serial number.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>Last check-in, UTC.</summary>
    public DateTimeOffset? LastSyncAt { get; init; }
}
