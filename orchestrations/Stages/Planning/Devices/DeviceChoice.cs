using System.Globalization;
using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Devices;

/// <summary>Which device a ticket is about, or why it is not certain.</summary>
/// <param name="Device">The device; null when it is not certain.</param>
/// <param name="Doubt">Why it is not certain, with the names of those that it may be; null when it is.</param>
/// <param name="Options">Those that it may be: what the requester can be asked to choose from. Empty when it is certain, or when none can be it.</param>
public sealed record DeviceChoice(Device? Device, string? Doubt, IReadOnlyList<Device> Options)
{
    // A device in use checks in every eight hours; one that did not for six weeks lies in a cupboard.
    private static readonly TimeSpan InUse = TimeSpan.FromDays(14);
    private static readonly TimeSpan PutAway = TimeSpan.FromDays(42);

    /// <summary>
    /// Picks a device out of the person's own only: by name or serial number, then by product, then by kind, then by last check-in. Each only
    /// narrows what is left; when more than one is left, or none, there is a doubt.
    /// </summary>
    /// <param name="own">All device records whose primary user the person is.</param>
    /// <param name="said">What the ticket says.</param>
    /// <param name="about">The kind that the runbook is for, when the ticket names none; unknown = any.</param>
    /// <param name="at">When the ticket was created, UTC.</param>
    public static DeviceChoice Of(IEnumerable<Device> own, DeviceMention said, DeviceForm about, DateTimeOffset at)
    {
        var devices = OneDevice.Of(own);
        if (devices.Count == 0)
            return Doubted("The person has no managed device.", []);

        var named = devices.Where(device => device.Records.Any(record => said.Names(record, withSlip: false))).ToList();
        if (named.Count == 0)
            named = [.. devices.Where(device => device.Records.Any(record => said.Names(record, withSlip: true)))];
        if (named.Count == 1 && said.ListedNames <= 1)
            return Fits(said.Forms, named[0].Current) != false
                ? Certain(named[0])
                : Doubted($"The ticket gives the name of {Describe(named[0])}, and speaks of another kind of device.", named);
        if (said.ListedNames > 1 || named.Count > 1)
            return Doubted($"The ticket names {Number(Math.Max(said.ListedNames, named.Count))} devices, and it is not certain which one it is about.", named.Count > 0 ? named : devices);
        if (said.IsExact)
            return Doubted($"The ticket names a device that is not the person's. The person has {List(devices)}.", devices);

        if (said.IsMixed)
            return Doubted($"The ticket speaks of several kinds of device, and the person has {List(devices)}.", devices);
        var possible = OfProduct(devices, said);
        if (possible.Count == 0)
            return Doubted($"The ticket speaks of a {string.Join(" or ", said.Products.Order(StringComparer.Ordinal))}, and the person has {List(devices)}.", devices);
        var forms = said.Forms != DeviceForm.Unknown ? said.Forms : about;
        possible = OfKind(possible, forms);
        if (possible.Count == 0)
            return Doubted($"The ticket speaks of another kind of device than the person is known to have: {List(devices)}.", devices);
        return possible.Count == 1 || (possible = SeenLately(possible, at)).Count == 1
            ? Certain(possible[0])
            : Doubted($"The person has {Number(possible.Count)} devices that it may be: {List(possible)}. The ticket does not say which.", possible);
    }

    /// <summary>A device as its owner recognises it on a list.</summary>
    public static string Name(Device device) =>
        $"{DisplayText.Of(device.Name, "?")} ({DisplayText.Of(device.Model, DisplayText.Of(device.OperatingSystem, "?"))})";

    /// <summary>A device in words by which its owner and a technician recognise it.</summary>
    public static string Describe(Device device)
    {
        var kind = DisplayText.Of(device.Model, DisplayText.Of(device.OperatingSystem, "unknown kind"));
        var seen = device.LastSyncAt is { } last ? string.Create(CultureInfo.InvariantCulture, $"last check-in {last.UtcDateTime:yyyy-MM-dd}") : "never checked in";
        return $"{DisplayText.Of(device.Name, "a device without a name")} ({kind}, {seen})";
    }

    private static DeviceChoice Certain(OneDevice device) => new(device.Current, null, []);

    private static DeviceChoice Doubted(string why, IEnumerable<OneDevice> options) => new(null, why, [.. options.Select(device => device.Current)]);

    // Products are compared where the model is known; a device without one stays possible, if its kind fits.
    private static List<OneDevice> OfProduct(IReadOnlyList<OneDevice> devices, DeviceMention said)
    {
        if (said.Products.Count == 0)
            return [.. devices];
        var exact = devices.Where(device => DeviceWords.Of(device.Current.Model).Any(said.Products.Contains)).ToList();
        return exact.Count > 0 ? exact : [.. devices.Where(device => IsPossible(device.Current, said))];
    }

    private static bool IsPossible(Device device, DeviceMention said) => said.Products.Any(product =>
        (product == "android" || string.IsNullOrWhiteSpace(device.Model)) && (DeviceWords.Products[product] & device.Form) != DeviceForm.Unknown
        && (product != "android" || device.OperatingSystem.StartsWith("android", StringComparison.OrdinalIgnoreCase)));

    // One of which nobody knows what it is fits no kind: an approver could not know either.
    private static List<OneDevice> OfKind(List<OneDevice> devices, DeviceForm forms) =>
        forms == DeviceForm.Unknown ? devices : [.. devices.Where(device => Fits(forms, device.Current) == true)];

    private static bool? Fits(DeviceForm forms, Device device) =>
        forms == DeviceForm.Unknown || device.Form == DeviceForm.Unknown ? null : (forms & device.Form) != DeviceForm.Unknown;

    private static List<OneDevice> SeenLately(List<OneDevice> devices, DateTimeOffset at)
    {
        var lately = devices.Where(device => at - device.Current.LastSyncAt <= InUse).ToList();
        return lately.Count == 1 && devices.All(device => device == lately[0] || device.Current.LastSyncAt is not { } last || at - last >= PutAway) ? lately : devices;
    }

    private static string List(IReadOnlyList<OneDevice> devices) => string.Join("; ", devices.Take(5).Select(Describe)) + (devices.Count > 5 ? $" and {Number(devices.Count - 5)} more" : "");

    private static string Describe(OneDevice device) => Describe(device.Current);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
