using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>The last look at a device before its secret is read: it is still managed, the company's, and the person's.</summary>
internal static class SecretDevice
{
    /// <summary>The device.</summary>
    /// <exception cref="VendorException">It is not, or cannot be read.</exception>
    public static async Task<ManagedDevice> GetAsync(DeviceReader devices, SecretRequest request, CancellationToken cancellation)
    {
        var device = await devices.GetAsync(request.TargetId, cancellation);
        return device is { ManagedDeviceOwnerType: ManagedDeviceOwnerType.Company } && string.Equals(device.UserId, request.SubjectId, StringComparison.OrdinalIgnoreCase)
            ? device
            : throw new VendorException("graph", "not-theirs", "The device is not managed any more, is not the company's, or has another user since.", isRetryable: false);
    }
}
