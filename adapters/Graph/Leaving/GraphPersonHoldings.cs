using HelpDesk.Adapters.Graph.Accounts;
using HelpDesk.Adapters.Graph.Licences;
using HelpDesk.Adapters.Graph.People;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Adapters.Graph.Leaving;

/// <summary>Reads company devices, licences and groups of a person over Microsoft Graph.</summary>
internal sealed class GraphPersonHoldings(IDirectory directory, AccountReader accounts, Memberships memberships, LicenceReader licences) : IPersonHoldings
{
    // A comment must stay readable.
    private const int MostNames = 20;

    /// <inheritdoc />
    public IReadOnlyList<string> Permissions { get; } =
        ["User.Read.All", "Directory.Read.All", "LicenseAssignment.Read.All", "DeviceManagementManagedDevices.Read.All"];

    /// <inheritdoc />
    public async Task<PersonHoldings> ReadAsync(PersonId personId, CancellationToken cancellation)
    {
        var devices = (await directory.GetDevicesAsync(personId, cancellation)).Where(device => device.IsCompanyOwned).OrderBy(device => device.Id, StringComparer.Ordinal)
            .Select(device => $"{DisplayText.Of(device.Name, "a device")} ({DisplayText.Of(device.OperatingSystem, "?")}, {DisplayText.Of(device.SerialNumber, "?")})");
        var own = OwnLicences.Of(await accounts.GetAsync(personId, cancellation), await licences.StockAsync(cancellation));
        var left = own.Kept.Select(licence => licence.SkuId).Concat(own.Ours.Select(licence => licence.SkuId)).Select(own.Names);
        var groups = (await memberships.DirectGroupsAsync(personId, cancellation) ?? []).Select(group => DisplayText.Of(group.DisplayName, "a hidden group"));
        return new PersonHoldings([.. devices.Take(MostNames)], [.. left.Take(MostNames)], [.. groups.Order(StringComparer.Ordinal).Take(MostNames)]);
    }
}
