using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations.Secrets;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Devices.Secrets;

/// <summary>Reads local administrator passwords out of Entra (Windows LAPS). The password is in the returned value and in no log, exception or field.</summary>
internal sealed class LocalAdminPasswordSource(DeviceReader devices, LapsReader laps) : ISecretSource
{
    /// <inheritdoc />
    public SecretKind Kind => SecretKind.LocalAdminPassword;

    /// <inheritdoc />
    public async Task<HandedSecret> GetAsync(SecretRequest request, CancellationToken cancellation)
    {
        var device = await SecretDevice.GetAsync(devices, request, cancellation);
        var (password, requestId) = Guid.TryParse(device.AzureADDeviceId, out _) ? await laps.PasswordAsync(device.AzureADDeviceId, cancellation) : (null, null);
        if (password is null)
            throw new VendorException("graph", "no-laps-entry", "Entra holds no local administrator password of this device: check that Windows LAPS is on for it and backs up to Entra.", isRetryable: false) { RequestId = requestId };
        var text = password.Text()
            ?? throw new VendorException("graph", "unreadable", "Entra's local administrator password is no text that can be read.", isRetryable: false) { RequestId = requestId };
        var id = string.Create(CultureInfo.InvariantCulture, $"laps-{password.ChangedAt?.UtcDateTime ?? default:yyyyMMddHHmmss}");
        return new HandedSecret(id, [new SecretPart($"Account: {DisplayText.Of(password.Account, "Administrator")}", text)], null, requestId);
    }

    /// <inheritdoc />
    public Task<int> WithdrawSinceAsync(SecretRequest request, DateTimeOffset since, CancellationToken cancellation) => Task.FromResult(0);
}
