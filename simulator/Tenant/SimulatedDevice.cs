namespace HelpDesk.Simulator.Tenant;

/// <summary>A device that the simulated Intune manages.</summary>
/// <param name="Id">Intune id.</param>
/// <param name="EntraId">Entra device id, the key of its LAPS entry.</param>
/// <param name="Name">Name.</param>
/// <param name="OwnerId">Object id of its primary user; null for a few.</param>
/// <param name="OperatingSystem">Windows, macOS, iOS or Android.</param>
/// <param name="OsVersion">Version of the operating system.</param>
/// <param name="Manufacturer">Who made it.</param>
/// <param name="Model">Model.</param>
/// <param name="SerialNumber">Serial number.</param>
/// <param name="IsCompanyOwned">False for somebody's own.</param>
/// <param name="IsCompliant">What Intune thinks of it.</param>
/// <param name="IsOnline">False when no action reaches it.</param>
/// <param name="HoursSinceSync">Hours since it last reported, at start.</param>
public sealed record SimulatedDevice(
    string Id,
    string EntraId,
    string Name,
    string? OwnerId,
    string OperatingSystem,
    string OsVersion,
    string Manufacturer,
    string Model,
    string SerialNumber,
    bool IsCompanyOwned,
    bool IsCompliant,
    bool IsOnline,
    int HoursSinceSync);
