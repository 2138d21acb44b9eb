using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Directory;

/// <summary>The Entra admin center and the Intune admin center.</summary>
internal sealed class PortalPages : IDirectoryPages
{
    /// <inheritdoc />
    public Uri? OfPerson(PersonId personId) =>
        Guid.TryParse(personId, out var id) ? new Uri($"https://entra.microsoft.com/#view/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/{id}") : null;

    /// <inheritdoc />
    public Uri? OfDevice(DeviceId deviceId) =>
        Guid.TryParse(deviceId, out var id) ? new Uri($"https://intune.microsoft.com/#view/Microsoft_Intune_Devices/DeviceSettingsMenuBlade/~/overview/mdmDeviceId/{id}") : null;
}
