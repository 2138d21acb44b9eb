using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;
using Microsoft.Graph.Models;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Reads BitLocker recovery keys out of Entra. The keys are in the returned value and in no log, exception or field.</summary>
internal sealed class BitLockerKeySource(DeviceReader devices, BitLockerReader keys) : ISecretSource
{
    /// <inheritdoc />
    public SecretKind Kind => SecretKind.BitLockerKey;

    /// <inheritdoc />
    public async Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
    {
        var device = await SecretDevice.GetAsync(devices, request, cancellation);
        string? requestId = null;
        // A key that was rotated between the list and the reading is gone: the second list has the new one.
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            var parts = new List<SecretPart>();
            var newest = await keys.NewestAsync(device.AzureADDeviceId, cancellation);
            foreach (var known in newest)
            {
                var (key, id) = await keys.KeyAsync(known.Id!, cancellation);
                requestId = id ?? requestId;
                if (key is not null)
                    parts.Add(new SecretPart($"{VolumeOf(known.VolumeType)}, key id {known.Id!.ToUpperInvariant()}", key));
            }

            if (parts.Count > 0)
                return new HandedSecret($"bitlocker-{newest[0].Id}", parts, null, requestId);
        }

        throw new VendorException("graph", "no-bitlocker-key", "Entra holds no BitLocker recovery key of this device: check that the disk is encrypted and that keys are backed up to Entra.", isRetryable: false) { RequestId = requestId };
    }

    /// <inheritdoc />
    public Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(0);

    private static string VolumeOf(VolumeType? volume) => volume switch
    {
        VolumeType.OperatingSystemVolume => "System disk",
        VolumeType.FixedDataVolume => "Data disk",
        VolumeType.RemovableDataVolume => "Removable disk",
        _ => "Disk",
    };
}
