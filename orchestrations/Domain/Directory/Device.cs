using System.Text.Json.Serialization;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>A managed device as Intune knows it.</summary>
public sealed record Device
{
    /// <summary>Intune managed-device id.</summary>
    public required DeviceId Id { get; init; }

    /// <summary>Device name.</summary>
    public required string Name { get; init; }

    /// <summary>Object id of the primary user; null when there is none.</summary>
    public PersonId? OwnerId { get; init; }

    /// <summary>As Intune writes it: <c>Windows</c>, <c>iOS</c>, <c>AndroidForWork</c>, <c>macOS</c> and so on; empty when it does not say.</summary>
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

    /// <summary>What it is in somebody's hands; several where the model does not tell, unknown where the system does not either.</summary>
    [JsonIgnore]
    public DeviceForm Form => DeviceForms.Of(OperatingSystem, Model);

    /// <summary>True for a laptop or desktop computer; null when it is not known.</summary>
    [JsonIgnore]
    public bool? IsComputer => Form == DeviceForm.Unknown ? null : (Form & DeviceForm.Computer) != DeviceForm.Unknown;
}
