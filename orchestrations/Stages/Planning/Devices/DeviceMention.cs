using System.Text.RegularExpressions;
using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Stages.Planning.Devices;

/// <summary>
/// How a ticket speaks of a device. The hint of triage comes first; what it leaves open, the ticket's own words say. All of it is only
/// compared with the person's own devices.
/// </summary>
public sealed partial class DeviceMention
{
    private readonly IReadOnlyList<string> _words;
    private readonly string? _named;

    /// <param name="hint">What triage says of the device; null when nothing.</param>
    /// <param name="title">The ticket's title.</param>
    /// <param name="text">The ticket's text.</param>
    public DeviceMention(string? hint, string? title = null, string? text = null)
    {
        hint = string.IsNullOrWhiteSpace(hint) ? null : hint.Trim();
        _words = [.. DeviceWords.Of(hint), "|", .. DeviceWords.Of(title), "|", .. DeviceWords.Of(text)];
        _named = hint;
        (Forms, IsMixed) = FormsOf(hint, title, text);
        Products = DeviceWords.ProductsIn(hint) is { Count: > 0 } products ? products
            : DeviceWords.ProductsIn(title) is { Count: > 0 } ofTitle ? ofTitle
            : DeviceWords.ProductsIn(text);
    }

    /// <summary>A ticket that says nothing of a device.</summary>
    public static DeviceMention Nothing { get; } = new(null);

    /// <summary>The forms that it can be; <see cref="DeviceForm.Unknown"/> when the ticket names no kind, or several.</summary>
    public DeviceForm Forms { get; }

    /// <summary>True when it names several kinds, a laptop and a phone, and neither hint nor title says which one it is about.</summary>
    public bool IsMixed { get; }

    /// <summary>Products that it names ("thinkpad"); empty when none.</summary>
    public IReadOnlySet<string> Products { get; }

    /// <summary>True when it gives the name or serial number of a device.</summary>
    /// <param name="device">The device.</param>
    /// <param name="withSlip">True when one letter of the name may be wrong.</param>
    public bool Names(Device device, bool withSlip) =>
        (DeviceName.Of(device.Name) is { } name && name.IsIn(_words, withSlip)) || (DeviceName.OfSerial(device.SerialNumber) is { } serial && serial.IsIn(_words, withSlip: false));

    /// <summary>True when the hint has the form of a device's name, so that it means exactly that one.</summary>
    public bool IsExact => _named is not null && !DeviceWords.Of(_named).All(DeviceWords.IsGeneral) && Products.Count == 0
        && (ListedName().IsMatch(_named) || (_named.Length >= 5 && !_named.Any(char.IsWhiteSpace) && _named.Any(char.IsDigit)));

    /// <summary>How many device names of the usual form the hint lists: several, where a ticket names several.</summary>
    public int ListedNames => _named is null ? 0 : ListedName().Matches(_named).Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static (DeviceForm Forms, bool IsMixed) FormsOf(params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            var forms = DeviceWords.KindsIn(part).ToHashSet();
            forms.UnionWith(DeviceWords.ProductsIn(part).Select(product => DeviceWords.Products[product]));
            if (forms.Count == 0)
                continue;
            // "Laptop" and "computer" are one thing, said twice; a laptop and a phone are two.
            var common = forms.Aggregate((one, other) => one & other);
            return (common, common == DeviceForm.Unknown);
        }

        return (DeviceForm.Unknown, false);
    }

    [GeneratedRegex("\\b[A-Za-z]{2,6}-[A-Za-z]{1,4}-?[0-9]{2,8}\\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ListedName();
}
