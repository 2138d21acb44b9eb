using HelpDesk.Orchestrations.Domain.Directory;

namespace HelpDesk.Orchestrations.Tests.Planning.Devices;

public sealed class DeviceFormsTests
{
    [Theory]
    [InlineData("Windows", "ThinkPad T14", DeviceForm.Laptop)]
    [InlineData("windows", null, DeviceForm.Computer)]
    [InlineData("Windows", "OptiPlex 7010", DeviceForm.Desktop)]
    [InlineData("Windows", "Surface Pro 9", DeviceForm.Laptop | DeviceForm.Tablet)]
    [InlineData("macOS", "MacBookPro18,3", DeviceForm.Laptop)]
    [InlineData("MacMDM", "iMac21,1", DeviceForm.Desktop)]
    [InlineData("macOS", "Mac mini", DeviceForm.Desktop)]
    [InlineData("Linux", null, DeviceForm.Computer)]
    [InlineData("Linux (ubuntu)", "XPS 13", DeviceForm.Laptop)]
    [InlineData("ChromeOS", "Chromebook 314", DeviceForm.Laptop)]
    [InlineData("Chrome OS", null, DeviceForm.Computer)]
    [InlineData("iOS", "iPhone 15", DeviceForm.Phone)]
    [InlineData("iOS", "iPad Air", DeviceForm.Tablet)]
    [InlineData("iPadOS", null, DeviceForm.Tablet)]
    [InlineData("iOS", null, DeviceForm.Mobile)]
    [InlineData("Android", "Galaxy S24", DeviceForm.Phone)]
    [InlineData("AndroidForWork", "Pixel 8", DeviceForm.Phone)]
    [InlineData("AndroidEnterprise", "Galaxy Tab S9", DeviceForm.Tablet)]
    [InlineData("Android (AOSP)", null, DeviceForm.Mobile)]
    [InlineData("Windows Phone", null, DeviceForm.Mobile)]
    [InlineData("WindowsHolographic", "HoloLens 2", DeviceForm.Unknown)]
    [InlineData("tvOS", "Apple TV", DeviceForm.Unknown)]
    [InlineData("Unknown", "ThinkPad T14", DeviceForm.Unknown)]
    [InlineData("", null, DeviceForm.Unknown)]
    public void System_AndModel_GiveTheForm(string system, string? model, DeviceForm form) => DeviceForms.Of(system, model).ShouldBe(form);
}
