using System.Globalization;

namespace HelpDesk.Simulator.Tenant;

/// <summary>Gives the people their devices, always the same ones.</summary>
internal static class DeviceFactory
{
    private const int WithoutUser = 6;

    /// <summary>A laptop for everybody who works at a desk, phones for many, and some that are in halls.</summary>
    public static IReadOnlyList<SimulatedDevice> Make(IReadOnlyList<SimulatedPerson> people)
    {
        var devices = new List<SimulatedDevice>();
        for (var index = 0; index < people.Count; index++)
        {
            var person = people[index];
            if (person.IsFunctional || person.IsGuest || person == KnownPeople.WithoutDevice)
                continue;
            devices.Add(Laptop(NameOf(person, index), person, index));
            if (person == KnownPeople.WithTwoDevices)
                devices.Add(Laptop("BER-LT-2002", person, index));
            else if (index % 3 == 0 && person != KnownPeople.AmyPoe)
                devices.Add(Phone(person, index));
        }

        for (var number = 1; number <= WithoutUser; number++)
            devices.Add(Laptop(string.Create(CultureInfo.InvariantCulture, $"KIOSK-{number:0000}"), null, number));
        return devices;
    }

    private static string NameOf(SimulatedPerson person, int index) =>
        person == KnownPeople.AmyPoe ? "LON-LT-0421"
        : person == KnownPeople.WithTwoDevices ? "BER-LT-2001"
        : string.Create(CultureInfo.InvariantCulture, $"{Site(person)}-LT-{1000 + index}");

    private static string Site(SimulatedPerson person) => person.Language switch { "de" => "BER", "es" => "MAD", "fr" => "PAR", _ => "LON" };

    private static SimulatedDevice Laptop(string name, SimulatedPerson? owner, int index)
    {
        var isMac = index % 6 == 5 && !IsKnown(owner);
        return isMac
            ? Make(name, owner, index, "macOS", "15.5", "Apple", "MacBook Pro", true)
            : Make(name, owner, index, "Windows", "10.0.26100.4061", "LENOVO", "ThinkPad T14", true);
    }

    private static SimulatedDevice Phone(SimulatedPerson owner, int index)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Site(owner)}-PH-{1000 + index}");
        var isCompanyOwned = IsKnown(owner) || index % 2 == 0;
        return index % 4 < 2
            ? Make(name, owner, index, "iOS", "18.5", "Apple", "iPhone 15", isCompanyOwned)
            : Make(name, owner, index, "Android", "15", "Samsung", "Galaxy S24", isCompanyOwned);
    }

    private static SimulatedDevice Make(
        string name, SimulatedPerson? owner, int index, string system, string version, string manufacturer, string model, bool isCompanyOwned) => new(
        StableId.Of($"device/{name}"),
        StableId.Of($"entra-device/{name}"),
        name,
        owner?.Id,
        system,
        version,
        manufacturer,
        model,
        StableId.Of($"serial/{name}").Replace("-", "", StringComparison.Ordinal)[..10].ToUpperInvariant(),
        isCompanyOwned,
        IsCompliant: IsKnown(owner) || index % 9 != 4,
        IsOnline: IsKnown(owner) || index % 17 != 8,
        HoursSinceSync: IsKnown(owner) || index % 17 != 8 ? index % 20 : 24 * 45);

    private static bool IsKnown(SimulatedPerson? owner) => owner is not null && KnownPeople.All.Contains(owner);
}
