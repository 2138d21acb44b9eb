using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Calls;
using HelpDesk.Adapters.Graph.Licences;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Adapters.Graph.Leaving;

/// <summary>Finds what somebody who leaves still has: what a manager must collect or decide.</summary>
internal sealed class LeftBehind(IDirectory directory, AccountReader accounts, Memberships memberships, LicenceReader licences)
{
    private const int MostNames = 20;

    /// <summary>Devices of the company, licences and groups that are still there, as names fit for a sentence.</summary>
    public async Task<(IReadOnlyList<string> Devices, IReadOnlyList<string> Licences, IReadOnlyList<string> Groups)> OfAsync(string userId, CancellationToken cancellation)
    {
        var devices = (await directory.GetDevicesAsync(userId, cancellation)).Where(device => device.IsCompanyOwned).OrderBy(device => device.Id, StringComparer.Ordinal)
            .Select(device => $"{DisplayText.Of(device.Name, "a device")} ({DisplayText.Of(device.OperatingSystem, "?")}, {DisplayText.Of(device.SerialNumber, "?")})");
        var own = OwnLicences.Of(await accounts.GetAsync(userId, cancellation), await licences.StockAsync(cancellation));
        var left = own.Kept.Select(licence => licence.SkuId).Concat(own.Ours.Select(licence => licence.SkuId)).Select(own.Names);
        var groups = (await memberships.DirectGroupsAsync(userId, cancellation) ?? []).Select(group => DisplayText.Of(group.DisplayName, "a hidden group"));
        return ([.. devices.Take(MostNames)], [.. left.Take(MostNames)], [.. groups.Order(StringComparer.Ordinal).Take(MostNames)]);
    }
}
