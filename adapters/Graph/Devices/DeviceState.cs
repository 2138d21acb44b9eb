using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices;

/// <summary>The state before an action on a device.</summary>
/// <param name="OwnerId">Object id of its primary user.</param>
/// <param name="IsCompanyOwned">True when the company owns it.</param>
/// <param name="SerialNumber">Which machine it is.</param>
/// <param name="LastActionAt">When the last action of the same kind was asked for, by Intune's clock; null where it lists none.</param>
internal sealed record DeviceState(string? OwnerId, bool IsCompanyOwned, string? SerialNumber, DateTimeOffset? LastActionAt = null) : TargetState
{
    /// <inheritdoc />
    public override string Form => "device/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("ownerId", OwnerId), ("isCompanyOwned", IsCompanyOwned), ("serialNumber", SerialNumber), ("lastActionAt", LastActionAt));
}
