using System.Text;
using HelpDesk.Orchestrations.Foundation.Configuration;
using HelpDesk.Orchestrations.Stages.Rulebook;
using HelpDesk.Orchestrations.Tests.Harness;

namespace HelpDesk.Orchestrations.Tests.Runbooks;

/// <summary>The shipped files, with some replaced, added or removed.</summary>
public sealed class RulebookFixture
{
    private readonly SortedDictionary<string, ConfigurationFile> _files = new(StringComparer.Ordinal);

    public RulebookFixture()
    {
        var shipped = RulebookFiles.Read(new RulebookOptions(), Report);
        Report.IsClean.ShouldBeTrue(Report.ToString());
        foreach (var file in shipped.Intents.Concat(shipped.Runbooks).Concat(shipped.Policy))
            _files[file.Key] = file;
    }

    public ConfigurationReport Report { get; } = new();

    public Dictionary<string, string> Approvers { get; } = new(StringComparer.Ordinal);

    public static Rulebook ShippedRulebook() => new RulebookFixture().Load().ShouldNotBeNull();

    public RulebookFixture With(string file, string content) => WithBytes(file, Encoding.UTF8.GetBytes(content));

    public RulebookFixture WithBytes(string file, byte[] content)
    {
        _files[file] = new ConfigurationFile(file, content);
        return this;
    }

    public RulebookFixture Without(string file)
    {
        _files.Remove(file).ShouldBeTrue();
        return this;
    }

    public RulebookFixture Replace(string file, string before, string after)
    {
        var content = Encoding.UTF8.GetString(_files[file].Content);
        content.ShouldContain(before);
        return With(file, content.Replace(before, after, StringComparison.Ordinal));
    }

    public Rulebook? Load() =>
        new RulebookLoader(TestCatalogue.Create(), TestTicketSystems.Catalogue, []).Load(new RulebookFiles(Of("intents"), Of("runbooks"), Of("policy")), Approvers, Report);

    private List<ConfigurationFile> Of(string folder) => [.. _files.Values.Where(file => file.Key.StartsWith($"{folder}/", StringComparison.Ordinal))];
}
