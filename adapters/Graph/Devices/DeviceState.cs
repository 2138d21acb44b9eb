namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>What stood before an action on a device.</summary>
/// <param name="OwnerId">Object id of its primary user.</param>
/// <param name="IsCompanyOwned">True when the company owns it.</param>
/// <param name="SerialNumber">Which machine it is.</param>
internal sealed record DeviceState(string? OwnerId, bool IsCompanyOwned, string? SerialNumber);
