using System.Text;
using HelpDesk.Orchestrations.Domain.Intents;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

/// <summary>The shipped files, with some replaced, added or removed.</summary>
public sealed class RulebookFixture
{
    private readonly SortedDictionary<string, byte[]> _runbooks;
    private readonly SortedDictionary<string, byte[]> _policy;

    public RulebookFixture()
    {
        _runbooks = Shipped("runbooks");
        _policy = Shipped("policy");
    }

    public ConfigurationReport Report { get; } = new();

    public Dictionary<string, string> Approvers { get; } = new(StringComparer.Ordinal);

    public static Rulebook ShippedRulebook() => new RulebookFixture().Load().ShouldNotBeNull();

    public RulebookFixture With(string file, string content) => WithBytes(file, Encoding.UTF8.GetBytes(content));

    public RulebookFixture WithBytes(string file, byte[] content)
    {
        Folder(file)[file] = content;
        return this;
    }

    public RulebookFixture Without(string file)
    {
        Folder(file).Remove(file).ShouldBeTrue();
        return this;
    }

    public RulebookFixture Replace(string file, string before, string after)
    {
        var content = Encoding.UTF8.GetString(Folder(file)[file]);
        content.ShouldContain(before);
        return With(file, content.Replace(before, after, StringComparison.Ordinal));
    }

    public Rulebook? Load() =>
        new RulebookLoader(TestCatalogue.Create(), KnownIntents.All, TestTicketSystems.Catalogue).Load(Files(_runbooks), Files(_policy), Approvers, Report);

    private SortedDictionary<string, byte[]> Folder(string file) => file.StartsWith("runbooks/", StringComparison.Ordinal) ? _runbooks : _policy;

    private static List<ConfigurationFile> Files(SortedDictionary<string, byte[]> folder) => [.. folder.Select(file => new ConfigurationFile(file.Key, file.Value))];

    private static SortedDictionary<string, byte[]> Shipped(string folder)
    {
        var report = new ConfigurationReport();
        var files = ConfigurationFolder.Read(Path.Combine(AppContext.BaseDirectory, folder), folder, report);
        report.IsClean.ShouldBeTrue(report.ToString());
        return new(files.ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
