using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>Which device is meant, or why nobody can know.</summary>
/// <param name="Device">The device; null when it is not beyond doubt.</param>
/// <param name="Doubt">Why it is not beyond doubt; null when it is.</param>
public sealed record DeviceChoice(Device? Device, string? Doubt)
{
    private static readonly string[] PhoneWords =
        ["phone", "iphone", "smartphone", "handy", "telefon", "mobile", "móvil", "movil", "teléfono", "telefono", "téléphone", "telephone", "portable", "android", "ipad", "tablet", "tablette"];

    private static readonly string[] ComputerWords =
        ["laptop", "notebook", "computer", "pc", "desktop", "macbook", "rechner", "portátil", "portatil", "ordenador", "ordinateur", "thinkpad", "surface"];

    /// <summary>
    /// Picks a device only out of the subject's own: the one whose name or serial number equals the hint, or the only one there
    /// is, unless the hint speaks of another device or another kind of device.
    /// </summary>
    public static DeviceChoice Of(PlanSubject subject, string? hint)
    {
        var own = subject.Devices.Where(device => device.OwnerId == subject.Person.Id).ToList();
        var named = string.IsNullOrWhiteSpace(hint) ? null : hint.Trim();
        var matching = named is null ? [] : own.Where(device => Is(device.Name, named) || Is(device.SerialNumber, named)).ToList();

        if (matching.Count == 1)
            return new DeviceChoice(matching[0], null);
        if (matching.Count > 1)
            return new DeviceChoice(null, $"{matching.Count} devices of the person have the name or serial number that the ticket gives.");
        if (own.Count == 0)
            return new DeviceChoice(null, "The person has no managed device.");
        if (own.Count > 1)
            return new DeviceChoice(null, $"The person has {own.Count} devices and the ticket does not give the exact name or serial number of one of them.");
        if (named is not null && LooksLikeName(named))
            return new DeviceChoice(null, "The ticket names a device that is not the person's.");
        if (named is not null && Contradicts(named, own[0]))
            return new DeviceChoice(null, $"The ticket speaks of another kind of device than the person's only managed one ({own[0].OperatingSystem}).");
        return new DeviceChoice(own[0], null);
    }

    private static bool Is(string? value, string hint) => !string.IsNullOrEmpty(value) && string.Equals(value, hint, StringComparison.OrdinalIgnoreCase);

    // A name or serial number: one word of five or more characters with a digit in it.
    private static bool LooksLikeName(string hint) => hint.Length >= 5 && !hint.Any(char.IsWhiteSpace) && hint.Any(char.IsDigit);

    private static bool Contradicts(string hint, Device device)
    {
        var words = hint.ToLowerInvariant().Split([' ', '-', '_', ',', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        var phone = words.Intersect(PhoneWords, StringComparer.Ordinal).Any();
        var computer = words.Intersect(ComputerWords, StringComparer.Ordinal).Any();
        var isPhone = device.OperatingSystem.ToUpperInvariant() is "IOS" or "IPADOS" or "ANDROID";
        // "ordinateur portable" and "computadora portátil" hold a word of each list: the computer counts.
        return computer ? isPhone : phone && !isPhone;
    }
}

/// <summary>A target as the directory knows it.</summary>
/// <param name="Kind">User or device.</param>
/// <param name="Id">Object id.</param>
/// <param name="Name">Name for the approver. Untrusted text.</param>
/// <param name="Device">The device, when it is one.</param>
internal sealed record StepTargetFound(TargetKind Kind, string Id, string Name, Device? Device)
{
    /// <summary>A device as a target.</summary>
    public static StepTargetFound Of(Device device) => new(TargetKind.Device, device.Id, device.Name, device);
}
