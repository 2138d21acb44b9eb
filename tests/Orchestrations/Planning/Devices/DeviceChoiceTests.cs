using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Stages.Planning.Devices;

namespace HelpDesk.Orchestrations.Tests.Planning.Devices;

/// <summary>Which device a ticket is about: by name, product, kind, last check-in; otherwise the names of those that it may be.</summary>
public sealed class DeviceChoiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Device Laptop = Make("MAD-LT-1003", "Windows", "ThinkPad T14");
    private static readonly Device Phone = Make("MAD-PH-1003", "iOS", "iPhone 15");
    private static readonly Device WorkPhone = Make("MAD-PH-2003", "AndroidForWork", "Galaxy S24");
    private static readonly Device Tablet = Make("MAD-TB-1003", "iPadOS", "iPad Air");

    [Theory]
    [InlineData("Somebody took my laptop out of the car", "MAD-LT-1003")]
    [InlineData("Mein Notebook ist weg", "MAD-LT-1003")]
    [InlineData("Das Diensthandy liegt noch im Taxi", "MAD-PH-1003")]
    [InlineData("Me han quitado el ordenador portátil", "MAD-LT-1003")]
    [InlineData("J'ai perdu mon téléphone portable", "MAD-PH-1003")]
    [InlineData("On m'a volé mon ordinateur portable", "MAD-LT-1003")]
    [InlineData("My iPhone is gone", "MAD-PH-1003")]
    [InlineData("ThinkPad left on the train", "MAD-LT-1003")]
    [InlineData("the device mad lt 1003 was in that bag", "MAD-LT-1003")]
    [InlineData("MADLT1003 is missing", "MAD-LT-1003")]
    [InlineData("MAD-LT-lOO3 is missing", "MAD-LT-1003")]
    [InlineData("MDA-LT-1003 is missing", "MAD-LT-1003")]
    [InlineData("Computer lost, call me by phone please", "MAD-LT-1003")]
    public void LaptopAndPhone_TicketSaysWhich_IsThatOne(string text, string chosen) => (Choose(text, Laptop, Phone).Device?.Name).ShouldBe(chosen);

    [Theory]
    [InlineData("My device is gone")]
    [InlineData("My laptop and my phone were both in the bag")]
    [InlineData("mon portable a disparu")]
    public void LaptopAndPhone_NotSaidWhich_NamesBoth(string text)
    {
        var choice = Choose(text, Laptop, Phone);

        choice.Device.ShouldBeNull();
        choice.Doubt.ShouldNotBeNull().ShouldSatisfyAllConditions(doubt => doubt.ShouldContain("MAD-LT-1003 (ThinkPad T14"), doubt => doubt.ShouldContain("MAD-PH-1003 (iPhone 15"));
        choice.Options.Select(device => device.Name).ShouldBe(["MAD-LT-1003", "MAD-PH-1003"]);
    }

    [Theory]
    [InlineData("My laptop was stolen", "AndroidForWork", "Galaxy S24")]
    [InlineData("My laptop was stolen", "AndroidEnterprise", null)]
    [InlineData("My laptop was stolen", "iPadOS", null)]
    [InlineData("My laptop was stolen", "Unknown", null)]
    [InlineData("My laptop was stolen, call me on my phone", "iOS", "iPhone 15")]
    [InlineData("My phone was stolen", "macOS", "MacBook Pro")]
    [InlineData("My phone was stolen", "ChromeOS", null)]
    [InlineData("My phone was stolen", "Linux", null)]
    [InlineData("My tablet was stolen", "iOS", "iPhone 15")]
    [InlineData("My laptop was stolen", "Windows", "OptiPlex 7010")]
    [InlineData("My MacBook was stolen", "Windows", "ThinkPad T14")]
    [InlineData("My iPhone was stolen", "Android", "Galaxy S24")]
    public void OnlyDevice_OfAnotherKind_IsNotTaken(string text, string system, string? model) => Choose(text, Make("X-9", system, model)).Device.ShouldBeNull();

    [Theory]
    [InlineData("It was stolen from my bag", "AndroidForWork", null)]
    [InlineData("My laptop was stolen", "Linux", null)]
    [InlineData("My work phone was stolen", "AndroidEnterprise", null)]
    [InlineData("My computer was stolen", "ChromeOS", "Chromebook 314")]
    [InlineData("My Android phone was stolen", "AndroidForWork", "Galaxy S24")]
    public void OnlyDevice_ThatFits_IsTaken(string text, string system, string? model) => (Choose(text, Make("X-9", system, model)).Device?.Name).ShouldBe("X-9");

    [Theory]
    [InlineData("LON-LT-0500", null)]
    [InlineData("MAD-LT-1004", null)]
    [InlineData("MAD-LT-1030", null)]
    [InlineData("MAD-LT-1003/BER-LT-2002", null)]
    [InlineData("mad-lt-1003", "MAD-LT-1003")]
    [InlineData("SN00MAD-LT-1003", "MAD-LT-1003")]
    public void Hint_ThatNames_IsExactlyThatDevice(string hint, string? chosen) =>
        (DeviceChoice.Of([Laptop with { SerialNumber = "SN00-MADLT1003" }], new DeviceMention(hint), DeviceForm.Unknown, Now).Device?.Name).ShouldBe(chosen);

    [Fact]
    public void Name_OfAnotherKindThanTheTicketSpeaksOf_IsADoubt() => Choose("My laptop MAD-PH-1003 was stolen", Laptop, Phone).Device.ShouldBeNull();

    [Fact]
    public void Name_ThatIsOnlyAKind_SinglesNothingOut() =>
        Choose("My laptop was stolen, you reach me on my iPhone", Laptop, Phone with { Name = "iPhone" }).Device?.Name.ShouldNotBe("iPhone");

    [Fact]
    public void ExactName_WinsOverOneWithASlip() =>
        Choose("MAD-PT-1003 is gone", Laptop, Make("MAD-PT-1003", "Windows", "ThinkPad X1")).Device.ShouldNotBeNull().Name.ShouldBe("MAD-PT-1003");

    [Fact]
    public void Records_OfOneSerial_AreOneDevice_TheLastCheckInCounts()
    {
        var old = Laptop with { Id = new DeviceId("old"), Name = "DESKTOP-1", SerialNumber = "pf-3k 9x", LastSyncAt = Now.AddDays(-20) };
        var current = Laptop with { Id = new DeviceId("new"), SerialNumber = "PF3K9X", LastSyncAt = Now.AddDays(-1) };

        Choose("My laptop was stolen", old, current).Device.ShouldNotBeNull().Id.ShouldBe(new DeviceId("new"));
        Choose("DESKTOP-1 was stolen", old, current).Device.ShouldNotBeNull().Id.ShouldBe(new DeviceId("new"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("To be filled by O.E.M.")]
    [InlineData("System Serial Number")]
    [InlineData(null)]
    public void Records_WithoutARealSerial_AreTwoDevices(string? serial) =>
        Choose("My laptop was stolen", Laptop with { SerialNumber = serial }, Laptop with { Id = new DeviceId("other"), SerialNumber = serial }).Options.Count.ShouldBe(2);

    [Theory]
    [InlineData(1, 60, "A")]
    [InlineData(60, 2, "B")]
    [InlineData(1, 20, null)]
    [InlineData(60, 70, null)]
    [InlineData(1, null, "A")]
    public void SameKind_OnlyOneInUse_IsThatOne(int daysOfA, int? daysOfB, string? chosen)
    {
        var (a, b) = (Make("A", "Windows", "ThinkPad T14") with { LastSyncAt = Now.AddDays(-daysOfA) }, Make("B", "Windows", "ThinkPad T14") with { LastSyncAt = daysOfB is { } days ? Now.AddDays(-days) : null });

        (Choose("Notebook weg", a, b).Device?.Name).ShouldBe(chosen);
        (Choose("Notebook weg", a, b).Device is null).ShouldBe(chosen is null);
    }

    [Theory]
    [InlineData("phone", "MAD-PH-1003 MAD-PH-2003")]
    [InlineData("tablet", "MAD-TB-1003")]
    [InlineData("Samsung Galaxy", "MAD-PH-2003")]
    [InlineData("laptop", "MAD-LT-1003")]
    public void ManyDevices_TheHintNarrows(string hint, string left)
    {
        var choice = DeviceChoice.Of([Laptop, Phone, WorkPhone, Tablet], new DeviceMention(hint), DeviceForm.Unknown, Now);

        string.Join(' ', choice.Device is { } one ? [one.Name] : choice.Options.Select(device => device.Name)).ShouldBe(left);
    }

    [Fact]
    public void RunbookForOneKind_TicketNamesNone_IsThatKind()
    {
        DeviceChoice.Of([Laptop, Phone], DeviceMention.Nothing, DeviceForm.Computer, Now).Device.ShouldNotBeNull().Name.ShouldBe("MAD-LT-1003");
        DeviceChoice.Of([Laptop, Phone], DeviceMention.Nothing, DeviceForm.Mobile, Now).Device.ShouldNotBeNull().Name.ShouldBe("MAD-PH-1003");
    }

    [Fact]
    public void NoDevice_SaysSo() => Choose("My laptop was stolen").ShouldSatisfyAllConditions(
        choice => choice.Doubt.ShouldBe("The person has no managed device."), choice => choice.Options.ShouldBeEmpty());

    [Fact]
    public void LongText_OfAnAttacker_IsReadInBoundedTime() => Choose(string.Concat(Enumerable.Repeat("MAD-LT-100 ", 50_000)), Laptop, Phone).Device.ShouldBeNull();

    private static DeviceChoice Choose(string text, params Device[] own) => DeviceChoice.Of(own, new DeviceMention(null, "", text), DeviceForm.Unknown, Now);

    private static Device Make(string name, string system, string? model) => new()
    {
        Id = new DeviceId(name), Name = name, OwnerId = new PersonId("p"), OperatingSystem = system, Model = model, SerialNumber = $"SN{name}Z", LastSyncAt = Now.AddHours(-5),
    };
}
