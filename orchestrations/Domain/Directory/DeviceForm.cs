using System.Text;

namespace HelpDesk.Orchestrations.Domain.Directory;

/// <summary>What a device is in somebody's hands. A device may be taken for several of them ("Surface Pro": laptop or tablet).</summary>
[Flags]
public enum DeviceForm
{
    /// <summary>Nobody can know.</summary>
    Unknown = 0,

    /// <summary>A laptop.</summary>
    Laptop = 1,

    /// <summary>A desktop computer.</summary>
    Desktop = 2,

    /// <summary>A phone.</summary>
    Phone = 4,

    /// <summary>A tablet.</summary>
    Tablet = 8,

    /// <summary>A laptop or desktop computer.</summary>
    Computer = Laptop | Desktop,

    /// <summary>A phone or tablet.</summary>
    Mobile = Phone | Tablet,
}

/// <summary>Decides the form of a device from the name that Intune gives its operating system, and from its model.</summary>
public static class DeviceForms
{
    private static readonly string[] MobileSystems = ["ios", "ipad", "iphone", "ipod", "android", "windowsphone", "windowsmobile", "winmo", "blackberry"];

    // What Intune manages and nobody carries away: no computer and no phone.
    private static readonly string[] OtherSystems = ["windowsholographic", "windows10team", "windowsteam", "surfacehub", "holo"];

    private static readonly string[] ComputerSystems = ["windows", "mac", "osx", "linux", "unix", "ubuntu", "debian", "redhat", "rhel", "suse", "chrome", "desktop"];

    private static readonly string[] TabletModels = ["ipad", "tab", "mediapad", "matepad", "lifetab", "tablet"];

    private static readonly string[] DesktopModels =
        ["optiplex", "thinkcentre", "imac", "macmini", "macstudio", "macpro", "elitedesk", "prodesk", "thinkstation", "desktop", "tower", "workstation", "allinone", "veriton", "esprimo"];

    private static readonly string[] LaptopModels =
        ["thinkpad", "macbook", "latitude", "elitebook", "probook", "zbook", "xps", "ideapad", "yoga", "lifebook", "travelmate", "chromebook", "laptop", "notebook", "zenbook", "vivobook", "expertbook", "surfacebook", "toughbook", "dynabook", "tecra", "portege"];

    /// <summary>The forms that a device can have; <see cref="DeviceForm.Unknown"/> for a system that is not known.</summary>
    /// <param name="operatingSystem">As Intune writes it: <c>Windows</c>, <c>macOS</c>, <c>AndroidForWork</c>, <c>iPadOS</c>, <c>ChromeOS</c> and so on.</param>
    /// <param name="model">Its model; null when it is not known.</param>
    public static DeviceForm Of(string operatingSystem, string? model)
    {
        var system = Folded(operatingSystem);
        var kind = Folded(model ?? "");
        if (Begins(system, OtherSystems))
            return DeviceForm.Unknown;
        if (Begins(system, MobileSystems))
            return MobileOf(system, kind);
        if (!Begins(system, ComputerSystems))
            return DeviceForm.Unknown;
        if (Holds(kind, DesktopModels))
            return DeviceForm.Desktop;
        // One that is used as a tablet too.
        if (kind.StartsWith("surface", StringComparison.Ordinal) && !kind.Contains("laptop", StringComparison.Ordinal) && !kind.Contains("book", StringComparison.Ordinal))
            return DeviceForm.Laptop | DeviceForm.Tablet;
        return Holds(kind, LaptopModels) ? DeviceForm.Laptop : DeviceForm.Computer;
    }

    private static DeviceForm MobileOf(string system, string model) =>
        system.StartsWith("ipad", StringComparison.Ordinal) || Holds(model, TabletModels) ? DeviceForm.Tablet
        : system.StartsWith("iphone", StringComparison.Ordinal) || model.Length > 0 ? DeviceForm.Phone
        : DeviceForm.Mobile;

    private static bool Begins(string text, string[] words) => Array.Exists(words, word => text.StartsWith(word, StringComparison.Ordinal));

    private static bool Holds(string text, string[] words) => Array.Exists(words, word => text.Contains(word, StringComparison.Ordinal));

    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Where(char.IsAsciiLetterOrDigit))
            folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString();
    }
}
