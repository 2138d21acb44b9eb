using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace HelpDesk.Architecture.Tests.Rules;

/// <summary>The room table of the design: what each room's project may reference and what its code may name.</summary>
public static class RoomRules
{
    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["orchestrations"] = [],
        ["adapters"] = ["orchestrations"],
        ["web"] = ["orchestrations"],
        ["functions"] = ["orchestrations", "adapters", "web"],
        ["local"] = ["orchestrations", "adapters", "web", "simulator"],
        ["simulator"] = [],
    };

    private static readonly Dictionary<string, Regex> Packages = new()
    {
        ["orchestrations"] = Pattern(@"^(Microsoft\.Extensions\.[A-Za-z.]+\.Abstractions|Microsoft\.Extensions\.Options|YamlDotNet)$"),
        ["web"] = Pattern(@"^(Microsoft\.AspNetCore\.|Microsoft\.IdentityModel\.)"),
    };

    private static readonly Dictionary<string, Regex> Forbidden = new()
    {
        ["orchestrations"] = Pattern(@"\b(HelpDesk\.(Adapters|Web|Functions|Local|Simulator)|System\.Net\.(Http|Sockets)|Microsoft\.(AspNetCore|Data|Graph|ML|Azure)|Azure\.[A-Z]\w*|SQLitePCL)\b"),
        ["adapters"] = Pattern(@"\b(HelpDesk\.(Web|Functions|Local|Simulator)|Microsoft\.AspNetCore)\b"),
        ["web"] = Pattern(@"\b(HelpDesk\.(Adapters|Functions|Local|Simulator)|Microsoft\.(Graph|Data|ML)|Azure\.[A-Z]\w*)\b"),
        ["functions"] = Pattern(@"\bHelpDesk\.(Local|Simulator)\b"),
        ["local"] = Pattern(@"\bHelpDesk\.Functions\b(?!\.(sln|slnx))"),
        ["simulator"] = Pattern(@"\bHelpDesk\.(Orchestrations|Adapters|Web|Functions|Local)\b(?!\.slnf)"),
    };

    // Vendors of systems that are each one folder in adapters/: rooms that decide and show must not know which there are.
    private const string Vendors = "(?i)service-?now|jira|atlassian";

    private static readonly Regex VendorName = Pattern(Vendors);

    private static readonly string[] VendorNeutral = ["orchestrations", "web"];

    /// <summary>Project and package references that the room may not have.</summary>
    public static IEnumerable<string> References(IEnumerable<SourceFile> files)
    {
        foreach (var file in files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal) && Projects.ContainsKey(file.Room)))
        {
            var project = XDocument.Parse(file.Text);
            foreach (var reference in Includes(project, "ProjectReference"))
            {
                var room = reference.Replace('\\', '/').Split('/')[^2];
                if (!Projects[file.Room].Contains(room))
                    yield return $"{file.Path} references the room {room}.";
            }

            foreach (var package in Includes(project, "PackageReference"))
            {
                if (Packages.TryGetValue(file.Room, out var allowed) && !allowed.IsMatch(package))
                    yield return $"{file.Path} references the package {package}.";
            }

            if (file.Room == "orchestrations" && Includes(project, "FrameworkReference").Any())
                yield return $"{file.Path} references a framework.";
        }
    }

    /// <summary>Namespaces that the room's code may not name, in a using or in full.</summary>
    public static IEnumerable<string> Names(IEnumerable<SourceFile> files) =>
        from file in files
        where !file.Path.EndsWith(".csproj", StringComparison.Ordinal) && Forbidden.ContainsKey(file.Room)
        from line in Code(file.Text)
        let found = Forbidden[file.Room].Match(line)
        where found.Success
        select $"{file.Path} names {found.Value}.";

    /// <summary>Names of vendors in the rooms that are for all of them: in code, texts and comments.</summary>
    public static IEnumerable<string> VendorNames(IEnumerable<SourceFile> files) =>
        from file in files
        where VendorNeutral.Contains(file.Room)
        from Match found in VendorName.Matches($"{file.Path}\n{file.Text}")
        select $"{file.Path} names {found.Value}.";

    /// <summary>Assemblies that the built room may not be linked with; what the sources hide, the compiler shows.</summary>
    public static IEnumerable<string> Linked(string room, IEnumerable<string> assemblies)
    {
        var forbidden = room switch
        {
            "orchestrations" => Pattern(@"^(?!System\.|Microsoft\.Extensions\.|YamlDotNet$|netstandard$|mscorlib$|Microsoft\.CSharp$)|^System\.(Net\.(Http|Sockets)|Data)"),
            "adapters" => Pattern(@"^HelpDesk\.(?!Orchestrations$)|^helpdesk$"),
            "web" => Pattern(@"^HelpDesk\.(?!Orchestrations$)|^helpdesk$|^Azure\.|^Microsoft\.(Graph|Data\.Sqlite)"),
            "simulator" => Pattern(@"^HelpDesk\.|^helpdesk$"),
            _ => throw new ArgumentException($"There is no rule for the room '{room}'.", nameof(room)),
        };
        return assemblies.Where(name => forbidden.IsMatch(name)).Select(name => $"{room} is linked with {name}.");
    }

    private static IEnumerable<string> Code(string text) =>
        text.Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    private static IEnumerable<string> Includes(XDocument project, string element) =>
        project.Descendants(element).Select(found => (string?)found.Attribute("Include")).OfType<string>();

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
}
