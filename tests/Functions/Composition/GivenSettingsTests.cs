using HelpDesk.Functions.Composition;
using Microsoft.Extensions.Configuration;

namespace HelpDesk.Functions.Tests.Composition;

public sealed class GivenSettingsTests
{
    [Fact]
    public void Empty_Value_IsNone()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["CheckpointKey:Path"] = "", ["Pages:ViewerGroupIds:0"] = "", ["Graph:Timeout"] = "00:00:30",
        }).Build();

        var given = GivenSettings.Of(settings);

        given.GetSection("CheckpointKey").Exists().ShouldBeFalse();
        given.GetSection("Pages:ViewerGroupIds").Exists().ShouldBeFalse();
        given["Graph:Timeout"].ShouldBe("00:00:30");
    }
}
