using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>The state before a secret of a device was handed over. No secret.</summary>
/// <param name="OwnerId">Object id of its primary user.</param>
/// <param name="IsCompanyOwned">True when the company owns it.</param>
/// <param name="SerialNumber">Which machine it is.</param>
/// <param name="Version">Which secret it was then: when LAPS last changed the password, id of the newest recovery key; null where there is none.</param>
internal sealed record DeviceSecretState(string? OwnerId, bool IsCompanyOwned, string? SerialNumber, string? Version) : TargetState
{
    /// <inheritdoc />
    public override string Form => "device-secret/1";

    /// <inheritdoc />
    public override CanonicalObject Fields => CanonicalObject.Whole(("ownerId", OwnerId), ("isCompanyOwned", IsCompanyOwned), ("serialNumber", SerialNumber), ("version", Version));
}
