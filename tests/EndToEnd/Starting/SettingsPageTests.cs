using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using HelpDesk.Adapters.Graph;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Web.SignIn;

namespace HelpDesk.EndToEnd.Tests.Starting;

/// <summary>docs/settings.md and local.settings.json.example name what the code reads, all of it and nothing else.</summary>
public sealed partial class SettingsPageTests
{
    // Sections that are read by hand, or by a part that is not an options class: what the page says of them is checked by their own tests.
    private static readonly string[] ReadByHand =
    [
        "HelpDesk:Url", "HelpDesk:SimulatorUrl", "HelpDesk:DataDirectory", "HelpDesk:Simulate", "HelpDesk:SimulatorRunsApart", "Webhooks:Jira:Projects", "Intake:ReconcileEvery",
        "Intake:ReconcileOverlap", "Triage:ModelTimeout", "HelpDesk:Rulebook", "Intents:Directory", "Runbooks:Directory", "Policy:Directory", "Policy:Approvers", "Logging:LogLevel:Default",
    ];

    // The local head sets these; they are no setting of a user.
    private static readonly string[] SetByTheHost = ["Sqlite"];

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository, "docs", "settings.md"));

    private static string Repository
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "HelpDesk.Local.slnf")))
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside of the repository.");
            return folder.FullName;
        }
    }

    public static TheoryData<string> Settings => [.. Read()];

    [Theory]
    [MemberData(nameof(Settings))]
    public void Setting_OfTheCode_StandsOnThePage(string setting) => Page.ShouldContain($"`{setting}", Case.Sensitive);

    [Fact]
    public void Page_NamesNothingThatTheCodeDoesNotRead()
    {
        var known = Read().Concat(ReadByHand).ToHashSet(StringComparer.Ordinal);

        OnThePage().Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Example_NamesOnlyWhatThePageExplains()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository, "local.settings.json.example")));
        var page = OnThePage().Concat(Secrets()).ToHashSet(StringComparer.Ordinal);

        example.RootElement.GetProperty("Values").EnumerateObject().Select(value => Index().Replace(value.Name.Replace("__", ":", StringComparison.Ordinal), ""))
            .Where(name => !page.Contains(name) && !page.Contains(name[..name.LastIndexOf(':')])).ShouldBeEmpty();
    }

    [Fact]
    public void Example_HoldsEverySettingOfThePage()
    {
        using var example = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository, "local.settings.json.example")));
        var names = example.RootElement.GetProperty("Values").EnumerateObject().Select(value => value.Name.Replace("__", ":", StringComparison.Ordinal)).ToArray();

        OnThePage().Concat(Secrets())
            .Where(setting => !names.Any(name => name == setting || name.StartsWith($"{setting}:", StringComparison.Ordinal)))
            // Jira takes one of two proofs; the example shows the other.
            .Where(setting => setting != "Jira:BearerToken")
            .ShouldBeEmpty();
    }

    private static List<string> Read() =>
    [
        .. new[] { typeof(GraphOptions).Assembly, typeof(HelpDeskOptions).Assembly, typeof(SignInOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Name.EndsWith("Options", StringComparison.Ordinal))
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetRawConstantValue() as string))
            .Where(options => options.Section is not null && !SetByTheHost.Contains(options.Section))
            .SelectMany(options => options.Type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => IsBound(property))
                .SelectMany(property => NamesOf($"{options.Section}:{property.Name}", property.PropertyType))),
    ];

    private static bool IsBound(PropertyInfo property) => property.SetMethod?.IsPublic == true || property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal) || property.PropertyType == typeof(IList<string>) || property.PropertyType == typeof(IDictionary<string, string>);

    private static IEnumerable<string> NamesOf(string name, Type type) =>
        type.Name == "SecretPair" ? [$"{name}:Secret"]
        : type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name == "StepUpRule" ? type.GetProperties(BindingFlags.Instance | BindingFlags.Public).SelectMany(property => NamesOf($"{name}:{property.Name}", property.PropertyType))
        : [name];

    // The first cell of each table line, without the index of a list and the placeholder of a name.
    private static IEnumerable<string> OnThePage() =>
        Cell().Matches(Page).SelectMany(cell => Name().Matches(cell.Value)).Select(name => Index().Replace(name.Groups["setting"].Value, "")).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Secrets() => ["Webhooks:ServiceNow:PreviousSecret", "Webhooks:Jira:PreviousSecret", "Webhooks:JiraAutomation:PreviousSecret"];

    [GeneratedRegex(@"^\| `[^|]*\|", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Cell();

    [GeneratedRegex(@"`(?<setting>[A-Za-z]+(:[A-Za-z<>0-9]+)+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Name();

    [GeneratedRegex(@":(\d+|<\w+>)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Index();
}
