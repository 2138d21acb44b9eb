using System.Globalization;
using System.Text;

namespace HelpDesk.Simulator.Tenant;

/// <summary>Makes the people nobody knows by name: heads of departments, team leads and their teams, always the same ones.</summary>
internal static class PeopleFactory
{
    private const int Count = 520;
    private const int LeadsPerDepartment = 5;

    /// <summary>The generated people, heads first.</summary>
    public static IReadOnlyList<SimulatedPerson> Make(IEnumerable<SimulatedPerson> known)
    {
        var taken = known.Select(person => person.UserPrincipalName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var people = new List<SimulatedPerson>(Count);
        for (var index = 0; index < Count; index++)
            people.Add(Make(index, people, taken));
        return people;
    }

    private static SimulatedPerson Make(int index, List<SimulatedPerson> before, HashSet<string> taken)
    {
        var language = NameLists.Languages[index % NameLists.Languages.Length];
        var ofLanguage = index / NameLists.Languages.Length;
        // Each given name meets each surname once before a pair comes again.
        var given = NameLists.Given[language][ofLanguage % NameLists.Length];
        var surname = NameLists.Surnames[language][(ofLanguage + (ofLanguage / NameLists.Length)) % NameLists.Length];
        var address = Address(given, surname, taken);

        var departments = NameLists.Departments.Length;
        var department = index % departments;
        var isHead = index < departments;
        var isLead = !isHead && index < departments * (1 + LeadsPerDepartment);
        var manager = isHead ? KnownPeople.ChiefExecutive
            : isLead ? before[department]
            : before[departments + department + (departments * (index / departments % LeadsPerDepartment))];
        var title = isHead ? $"Head of {NameLists.Departments[department]}" : isLead ? "Team Lead" : "Specialist";
        var countries = NameLists.Countries[language];
        return new SimulatedPerson(
            StableId.Of($"user/{address}"), given, surname, address, address, language,
            index % 61 == 30 ? null : countries[ofLanguage % countries.Length],
            NameLists.Departments[department], title,
            index % 97 == 50 ? null : manager.Id)
        {
            IsSynced = index % 23 == 20,
            AccountEnabled = index % 71 != 60,
        };
    }

    private static string Address(string given, string surname, HashSet<string> taken)
    {
        var name = $"{Plain(given)}.{Plain(surname)}";
        for (var number = 1; ; number++)
        {
            var address = string.Create(CultureInfo.InvariantCulture, $"{name}{(number == 1 ? "" : number)}@{KnownPeople.Domain}");
            if (taken.Add(address))
                return address;
        }
    }

    // Mail names are plain Latin letters: accents go, ß becomes ss.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Replace("ß", "ss", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(letter))
                plain.Append(char.ToLowerInvariant(letter));
        }

        return plain.ToString();
    }
}
